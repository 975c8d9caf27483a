package vn.gocua.engine.checkin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Corrects a time that comes from a phone whose clock may be wrong. */
final class ClockRepair {
  /** A smaller error is the network's, not the clock's. */
  static final Duration TOLERANCE = Duration.ofMinutes(2);

  private ClockRepair() {}

  /**
   * Adds the offset of the phone's clock: the one taken at the tap, else the one measured on
   * sending.
   */
  public static Instant repaired(
      Instant occurredAt,
      @Nullable Long clockOffsetSeconds,
      @Nullable Instant sentAt,
      Instant receivedAt) {
    Duration lacking =
        clockOffsetSeconds != null
            ? Duration.ofSeconds(clockOffsetSeconds)
            : sentAt != null ? Duration.between(sentAt, receivedAt) : Duration.ZERO;
    return lacking.abs().compareTo(TOLERANCE) > 0 ? occurredAt.plus(lacking) : occurredAt;
  }
}
