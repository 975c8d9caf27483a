package vn.gocua.kiosk.screen;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Stops pushing to a browser that stops confirming, so that no messages pile up. Tries again after
 * a while.
 */
public final class ConfirmWindow {
  /** Silence after which pushing stops, and the pause that follows. */
  static final Duration SILENCE = Duration.ofSeconds(10);

  static final Duration NEXT_TRY = Duration.ofSeconds(30);

  private final LongSupplier nanos;
  private long askedAt;
  private boolean asked;

  /**
   * @param nanos a clock that only runs forward
   */
  public ConfirmWindow(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The browser has been asked to confirm; false if it still owes the last confirmation. */
  public synchronized boolean ask() {
    if (asked && nanos.getAsLong() - askedAt < NEXT_TRY.toNanos()) {
      return false;
    }
    asked = true;
    askedAt = nanos.getAsLong();
    return true;
  }

  /** The browser has confirmed. */
  public synchronized void confirmed() {
    asked = false;
  }

  /** Whether pushing is stopped now. */
  public synchronized boolean atAnEnd() {
    long silent = nanos.getAsLong() - askedAt;
    return asked && silent > SILENCE.toNanos() && silent < NEXT_TRY.toNanos();
  }
}
