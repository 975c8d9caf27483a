package vn.gocua.engine.clock;

import java.time.Instant;

/**
 * That a clock was right at one moment. It still is as long as it runs on as a clock does that
 * nobody sets.
 *
 * @param wall the time by the clock that was borne out
 * @param nanos the same by one that only runs forward
 */
record Vouch(Instant wall, long nanos) {
  /** What the clock would show now, had nobody set it. */
  Instant expected(long ticks) {
    return wall.plusNanos(ticks - nanos);
  }

  boolean holds(Instant now, long ticks) {
    return Words.near(java.time.Duration.between(expected(ticks), now), java.time.Duration.ZERO);
  }
}
