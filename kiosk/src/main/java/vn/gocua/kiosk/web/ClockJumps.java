package vn.gocua.kiosk.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Detects that the computer's clock was set recently. Thread-safe. */
final class ClockJumps {
  private static final Duration LARGE = Duration.ofSeconds(30);

  private final LongSupplier millis;
  private final LongSupplier nanos;
  private final Duration lately;
  private long lastMillis;
  private long lastNanos;
  private long jumpedAt;
  private boolean jumped;

  /**
   * @param millis the computer's clock
   * @param nanos a clock that only runs forward
   * @param lately how long a jump is remembered
   */
  ClockJumps(LongSupplier millis, LongSupplier nanos, Duration lately) {
    this.millis = millis;
    this.nanos = nanos;
    this.lately = lately;
    lastMillis = millis.getAsLong();
    lastNanos = nanos.getAsLong();
  }

  synchronized boolean lately() {
    long now = millis.getAsLong();
    long ticks = nanos.getAsLong();
    long drift = now - lastMillis - Duration.ofNanos(ticks - lastNanos).toMillis();
    lastMillis = now;
    lastNanos = ticks;
    if (Math.abs(drift) > LARGE.toMillis()) {
      jumped = true;
      jumpedAt = ticks;
    }
    jumped &= ticks - jumpedAt < lately.toNanos();
    return jumped;
  }
}
