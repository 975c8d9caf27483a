package vn.gocua.kiosk.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The rehearsal's fast clock, as {@code GOCUA_CLOCK} tells it.
 *
 * @param origin the real instant at which the campaign's clock shows {@code start}
 * @param speed campaign seconds in a real second
 */
record RehearsalTime(Instant origin, Instant start, double speed) {
  static RehearsalTime parse(String text) {
    String[] parts = text.split(";", -1);
    return new RehearsalTime(
        OffsetDateTime.parse(parts[0]).toInstant(),
        OffsetDateTime.parse(parts[1]).toInstant(),
        Double.parseDouble(parts[2]));
  }

  /** The real instant at which so many days since the first morning have gone by. */
  Instant after(double days) {
    return origin.plus(Duration.ofMillis((long) (days * 86_400_000 / speed)));
  }
}
