package vn.gocua.engine.cluster;

import java.util.HashMap;
import java.util.Map;

/**
 * Detects lost messages of other nodes. Messages are numbered, and heartbeats carry the last
 * number, so that a lost last message is detected too. Thread-safe.
 */
final class SequenceGaps {
  private final Map<String, Long> last = new HashMap<>();

  /** A message came; returns whether one before it did not. */
  synchronized boolean message(String node, long number) {
    Long before = last.put(node, number);
    return before != null && number > before + 1;
  }

  /** Takes a heartbeat with the last number; returns whether a message was lost. */
  synchronized boolean heartbeat(String node, long number) {
    Long before = last.put(node, number);
    return before != null && number > before;
  }
}
