package vn.gocua.base.time;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Lets something happen for each key at most once in a while: the first time at once. Who must not
 * miss the last one asks again. Keeps no key for long after its time. Safe for threads.
 *
 * @param <K> a key
 */
public final class KeyedPacer<K> {
  private static final int FEW = 1_000;

  private final long apart;
  private final LongSupplier nanos;
  private final Map<K, Long> passed = new ConcurrentHashMap<>();
  private volatile int tidyAt = FEW;

  /**
   * @param apart between two times for one key
   * @param nanos a clock, in nanoseconds
   */
  public KeyedPacer(Duration apart, LongSupplier nanos) {
    this.apart = apart.toNanos();
    this.nanos = nanos;
  }

  /** Whether it may happen now; if so, the next time is a pause later. */
  public boolean request(K key) {
    long now = nanos.getAsLong();
    Long before = passed.get(key);
    if (before != null && now - before <= apart) {
      return false;
    }
    boolean mine =
        before == null ? passed.putIfAbsent(key, now) == null : passed.replace(key, before, now);
    tidy(now);
    return mine;
  }

  /** It happens now in any case; the next time is a pause later. */
  public void happens(K key) {
    long now = nanos.getAsLong();
    passed.put(key, now);
    tidy(now);
  }

  private void tidy(long now) {
    if (passed.size() >= tidyAt) {
      passed.values().removeIf(at -> now - at > apart);
      tidyAt = Math.max(FEW, 2 * passed.size());
    }
  }

  /** How many keys are kept. */
  int size() {
    return passed.size();
  }
}
