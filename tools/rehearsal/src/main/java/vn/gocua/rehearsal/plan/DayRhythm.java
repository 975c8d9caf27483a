package vn.gocua.rehearsal.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.random.RandomGenerator;

/**
 * Hours of visits: on working days before and after work, on Saturdays all day, on Sundays less and
 * later. None before 5:30 or after 21:30.
 */
public final class DayRhythm {
  // The weights are those of the hours from five in the morning to nine in the evening.
  static final DayRhythm WORKING_DAY =
      new DayRhythm(1.0, Weights.parse("2 6 22 44 46 30 10 4 8 16 20 18 16 26 50 42 6"));
  static final DayRhythm SATURDAY =
      new DayRhythm(1.25, Weights.parse("2 5 18 40 48 42 20 8 16 30 34 30 20 18 26 20 4"));
  static final DayRhythm SUNDAY =
      new DayRhythm(0.8, Weights.parse("0 2 8 22 34 36 18 8 18 34 36 28 18 20 30 22 3"));

  private static final int FIRST_HOUR = 5;

  private final double busyness;
  private final Weights weights;

  private DayRhythm(double busyness, Weights weights) {
    this.busyness = busyness;
    this.weights = weights;
  }

  public static DayRhythm of(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return switch (day) {
      case SATURDAY -> SATURDAY;
      case SUNDAY -> SUNDAY;
      default -> WORKING_DAY;
    };
  }

  /** Work on such a day, relative to a working day. */
  public double busyness() {
    return busyness;
  }

  /** A moment of such a day, to the second. */
  public LocalTime any(RandomGenerator random) {
    int hour = FIRST_HOUR + weights.any(random);
    int second = random.nextInt(3600);
    boolean firstHalf = hour == FIRST_HOUR + weights.size() - 1;
    boolean secondHalf = hour == FIRST_HOUR;
    int within = firstHalf ? second / 2 : secondHalf ? 1800 + second / 2 : second;
    return LocalTime.of(hour, within / 60, within % 60);
  }
}
