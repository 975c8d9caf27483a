package vn.gocua.rehearsal.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * The fast clock that engine and phones share: campaign time = {@code start} + (real time − {@code
 * origin}) · {@code speed}.
 *
 * @param origin the real instant at which the campaign's clock shows {@code start}
 * @param speed campaign seconds in a real second
 */
public record RehearsalClock(Instant origin, Instant start, double speed) {

  public RehearsalClock {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed is a number above zero: " + speed);
    }
  }

  /**
   * Reads {@code <origin>;<start>;<speed>}.
   *
   * @throws IllegalArgumentException if the text is not that
   */
  public static RehearsalClock parse(String text) {
    List<String> parts = List.of(text.split(";", -1));
    if (parts.size() != 3) {
      throw new IllegalArgumentException("a clock is <origin>;<start>;<speed>: " + text);
    }
    try {
      return new RehearsalClock(
          OffsetDateTime.parse(parts.get(0)).toInstant(),
          OffsetDateTime.parse(parts.get(1)).toInstant(),
          Double.parseDouble(parts.get(2)));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a clock is <origin>;<start>;<speed>: " + text, e);
    }
  }

  public Instant campaignTime(Instant real) {
    return start.plus(scaled(Duration.between(origin, real), speed));
  }

  public Instant realTime(Instant campaign) {
    return origin.plus(scaled(Duration.between(start, campaign), 1 / speed));
  }

  /**
   * Precise to a microsecond over some years at any speed; {@code Duration} itself multiplies by
   * whole numbers only.
   */
  private static Duration scaled(Duration duration, double factor) {
    double micros = (duration.toSeconds() * 1e6 + duration.toNanosPart() / 1e3) * factor;
    return Duration.ofSeconds(
        Math.floorDiv((long) micros, 1_000_000L), Math.floorMod((long) micros, 1_000_000L) * 1000);
  }

  @Override
  public String toString() {
    return "%s;%s;%s".formatted(origin, start, speed);
  }
}
