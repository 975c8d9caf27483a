package vn.gocua.kiosk.feed;

import java.util.List;

/** Told of every change. It is called on the feed's own thread: note and return, never wait. */
@FunctionalInterface
public interface FeedListener {
  /**
   * Something is new.
   *
   * @param state what may be shown now
   * @param arrivals check-ins that came with this change; empty for a snapshot, whose check-ins are
   *     not news
   */
  void changed(FeedState state, List<Arrival> arrivals);
}
