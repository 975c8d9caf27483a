package vn.gocua.engine.config;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock with its own start and speed, for rehearsals. */
public final class CampaignClock extends Clock {
  private final Clock real;
  private final Instant origin;
  private final Instant start;
  private final double speed;
  private final ZoneId zone;

  private CampaignClock(Clock real, Instant origin, Instant start, double speed, ZoneId zone) {
    this.real = real;
    this.origin = origin;
    this.start = start;
    this.speed = speed;
    this.zone = zone;
  }

  /**
   * Reads {@code <real origin>;<campaign time at that origin>;<speed>}, two ISO 8601 times and
   * campaign seconds per real second.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static CampaignClock parse(String text, Clock real) {
    String[] parts = text.split(";", -1);
    try {
      if (parts.length == 3) {
        double speed = Double.parseDouble(parts[2]);
        if (speed > 0 && speed <= 1_000_000) {
          Instant origin = OffsetDateTime.parse(parts[0]).toInstant();
          Instant start = OffsetDateTime.parse(parts[1]).toInstant();
          return new CampaignClock(real, origin, start, speed, ZoneOffset.UTC);
        }
      }
    } catch (DateTimeException | NumberFormatException _) {
      // Reported below.
    }
    throw new IllegalArgumentException("not «real time;campaign time;speed»: " + text);
  }

  /** Campaign seconds per real second. */
  public double speed() {
    return speed;
  }

  @Override
  public Instant instant() {
    Duration passed = Duration.between(origin, real.instant());
    return start.plusMillis(Math.round(passed.toNanos() * speed / 1e6));
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new CampaignClock(real, origin, start, speed, other);
  }
}
