package vn.gocua.engine.campaign;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Relative weights of the days of the week; 1 by default. A day of weight 2 is expected to have
 * twice the work.
 */
public record Weekdays(Map<DayOfWeek, Double> weights) {
  public static final Weekdays EVEN = new Weekdays(Map.of());

  public Weekdays {
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
  }

  /** Even weights with some others in place. */
  public static Weekdays with(Map<DayOfWeek, Double> others) {
    return new Weekdays(others.isEmpty() ? Map.of() : new EnumMap<>(others));
  }

  public double of(DayOfWeek day) {
    return weights.getOrDefault(day, 1.0);
  }
}
