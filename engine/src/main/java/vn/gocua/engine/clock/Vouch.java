package vn.gocua.engine.clock;

import java.time.Instant;

/**
 * Confirmation of a clock at one moment. It holds as long as the clock runs like a monotonic one.
 *
 * @param wall time of the confirmed clock
 * @param nanos time of a monotonic clock at the same moment
 */
record Vouch(Instant wall, long nanos) {
  /** Present time of the confirmed clock if it was not set since. */
  Instant expected(long ticks) {
    return wall.plusNanos(ticks - nanos);
  }

  boolean holds(Instant now, long ticks) {
    return PhoneTimes.near(
        java.time.Duration.between(expected(ticks), now), java.time.Duration.ZERO);
  }
}
