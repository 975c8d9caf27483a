package vn.gocua.kiosk.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing, jittered pauses between tries, so that many screens' servers do not come back all at
 * once.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofMillis(200);
  static final Duration LONGEST = Duration.ofSeconds(4);

  private final RandomGenerator random;
  private int failures;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** Between half and the whole of a pause that doubles with every failure. */
  Duration next() {
    long whole = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 16));
    failures++;
    return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
  }

  void reset() {
    failures = 0;
  }
}
