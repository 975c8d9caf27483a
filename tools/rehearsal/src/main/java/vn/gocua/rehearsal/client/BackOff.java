package vn.gocua.rehearsal.client;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to try again: twice as late after each failure, scattered, and never before the engine
 * allows it. Real time.
 */
final class BackOff {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final int MOST_DOUBLINGS = 6;

  private final RandomGenerator random;
  private Instant notBefore = Instant.MIN;
  private int failures;

  BackOff(RandomGenerator random) {
    this.random = random;
  }

  Instant notBefore() {
    return notBefore;
  }

  void succeeded() {
    failures = 0;
    notBefore = Instant.MIN;
  }

  void failed(Instant now, @Nullable Duration retryAfter) {
    Duration longest = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    failures++;
    Duration wait = longest.dividedBy(2).plusMillis(random.nextLong(longest.toMillis() / 2));
    notBefore = now.plus(retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait);
  }
}
