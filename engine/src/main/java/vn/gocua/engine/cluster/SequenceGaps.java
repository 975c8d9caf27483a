package vn.gocua.engine.cluster;

import java.util.HashMap;
import java.util.Map;

/**
 * How far this node has heard each of the others. What they publish is numbered, and their beats
 * name the last number, so that a message that got lost is noticed even if none follows it. Safe
 * for threads.
 */
final class SequenceGaps {
  private final Map<String, Long> last = new HashMap<>();

  /** A message came; returns whether one before it did not. */
  synchronized boolean message(String node, long number) {
    Long before = last.put(node, number);
    return before != null && number > before + 1;
  }

  /** A beat came that names the last number; returns whether a message did not come. */
  synchronized boolean beat(String node, long number) {
    Long before = last.put(node, number);
    return before != null && number > before;
  }
}
