package vn.gocua.kiosk.screen;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.Arrival;
import vn.gocua.kiosk.feed.FeedState;

/**
 * Everything a screen has to catch up on, however many changes that were.
 *
 * @param arrivedFrom teams whose check-ins came since the last frame
 * @param newest the newest of those check-ins; null if none came
 */
public record ScreenUpdate(FeedState state, Set<String> arrivedFrom, @Nullable Arrival newest) {
  public ScreenUpdate {
    arrivedFrom = Set.copyOf(arrivedFrom);
  }
}
