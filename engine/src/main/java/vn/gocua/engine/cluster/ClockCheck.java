package vn.gocua.engine.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Decides whose clock is right. Of three or more it is the middle one. Of two it is the older
 * member's, whose time is the cluster's.
 */
final class ClockCheck {
  /** A node whose clock is further off would put check-ins on wrong days. */
  static final Duration TOLERANCE = Duration.ofSeconds(5);

  private static final int ENOUGH_FOR_A_VOTE = 3;

  private ClockCheck() {}

  /**
   * Whether a clock agrees with the others.
   *
   * @param own its offset to the cluster's time, in milliseconds
   * @param others the others' offsets by name
   */
  static boolean agrees(long own, Map<?, Long> others) {
    long right = others.size() + 1 < ENOUGH_FOR_A_VOTE ? 0 : middle(own, others.values());
    return Math.abs(own - right) <= TOLERANCE.toMillis();
  }

  private static long middle(long own, Collection<Long> others) {
    long[] sorted =
        LongStream.concat(LongStream.of(own), others.stream().mapToLong(Long::longValue))
            .sorted()
            .toArray();
    return sorted[(sorted.length - 1) / 2];
  }
}
