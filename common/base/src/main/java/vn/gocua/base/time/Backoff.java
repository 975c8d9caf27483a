package vn.gocua.base.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing, random pauses between tries, so that many failed clients do not return at once. For one
 * thread.
 */
public final class Backoff {
  private static final int MOST_DOUBLINGS = 16;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private int failures;

  /**
   * @param first the longest pause after the first failure
   * @param longest no pause is longer
   */
  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /** After one more failure: between half and the whole of a pause that doubles with each. */
  public Duration next() {
    long doubled = first.toMillis() << Math.min(failures, MOST_DOUBLINGS);
    long whole = Math.min(longest.toMillis(), doubled);
    failures++;
    return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
  }

  /** After a success: the next pause is a short one again. */
  public void reset() {
    failures = 0;
  }
}
