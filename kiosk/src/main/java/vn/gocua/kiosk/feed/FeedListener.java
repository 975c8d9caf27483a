package vn.gocua.kiosk.feed;

import java.util.List;

/** Receives every change on the feed's own thread; must not block. */
@FunctionalInterface
public interface FeedListener {
  /**
   * A change.
   *
   * @param state the new state
   * @param arrivals check-ins that came with this change; empty for a snapshot, whose check-ins are
   *     not new
   */
  void changed(FeedState state, List<Arrival> arrivals);
}
