package vn.gocua.base.time;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Allows an action for each key at most once in a pause; the first at once. A caller that must not
 * miss the last one asks again. Drops keys soon after their pause. Thread-safe.
 *
 * @param <K> a key
 */
public final class KeyedPacer<K> {
  private static final int FEW = 1_000;

  private final long apart;
  private final LongSupplier nanos;
  private final Map<K, Long> passed = new ConcurrentHashMap<>();
  private volatile int cleanUpAt = FEW;

  /**
   * @param apart between two times for one key
   * @param nanos a clock, in nanoseconds
   */
  public KeyedPacer(Duration apart, LongSupplier nanos) {
    this.apart = apart.toNanos();
    this.nanos = nanos;
  }

  /** Whether the action is allowed now; if so, a pause begins. */
  public boolean request(K key) {
    long now = nanos.getAsLong();
    Long before = passed.get(key);
    if (before != null && now - before <= apart) {
      return false;
    }
    boolean mine =
        before == null ? passed.putIfAbsent(key, now) == null : passed.replace(key, before, now);
    cleanUp(now);
    return mine;
  }

  /** Begins a pause for an action that happens anyway. */
  public void happens(K key) {
    long now = nanos.getAsLong();
    passed.put(key, now);
    cleanUp(now);
  }

  private void cleanUp(long now) {
    if (passed.size() >= cleanUpAt) {
      passed.values().removeIf(at -> now - at > apart);
      cleanUpAt = Math.max(FEW, 2 * passed.size());
    }
  }

  /** Number of keys. */
  int size() {
    return passed.size();
  }
}
