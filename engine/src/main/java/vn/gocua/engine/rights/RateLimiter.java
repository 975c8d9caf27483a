package vn.gocua.engine.rights;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import vn.gocua.protocol.refusal.Reason;
import vn.gocua.protocol.refusal.Refusal;

/** Limits repeated actions by name: a burst at first, then one at a time. */
public final class RateLimiter {
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterAccess(Duration.ofHours(1)).build();
  private final int burst;
  private final Duration each;

  /**
   * @param burst tries at once
   * @param each how long until one more try is granted
   */
  public RateLimiter(int burst, Duration each) {
    this.burst = burst;
    this.each = each;
  }

  /** Takes one try. Returns the time to wait if none is left, else zero. */
  public Duration take(String name) {
    Bucket bucket = buckets.get(name, _ -> full());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  /**
   * Takes one try.
   *
   * @param reason of the refusal
   * @throws Refusal with the time to wait if none is left
   */
  public void insist(String name, Reason reason) {
    Duration wait = take(name);
    if (!wait.isZero()) {
      throw Refusal.forNow(reason, wait);
    }
  }

  /** A try that was taken came to nothing: it does not count. */
  public void giveBack(String name) {
    Bucket bucket = buckets.getIfPresent(name);
    if (bucket != null) {
      bucket.addTokens(1);
    }
  }

  /** The secret was right: earlier tries are forgotten. */
  public void forget(String name) {
    buckets.invalidate(name);
  }

  private Bucket full() {
    return Bucket.builder()
        .withNanosecondPrecision() // By a clock that nobody sets.
        .addLimit(limit -> limit.capacity(burst).refillGreedy(1, each))
        .build();
  }
}
