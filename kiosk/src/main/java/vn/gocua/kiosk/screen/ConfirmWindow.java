package vn.gocua.kiosk.screen;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * With a browser that is asked to confirm what it shows. One that stays silent is left alone for a
 * while, so that no messages pile up for it.
 */
public final class ConfirmWindow {
  /**
   * How long a browser may stay silent before it is left alone, and how long it is then left alone.
   */
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

  /** Whether it is to be left alone for now. */
  public synchronized boolean atAnEnd() {
    long silent = nanos.getAsLong() - askedAt;
    return asked && silent > SILENCE.toNanos() && silent < NEXT_TRY.toNanos();
  }
}
