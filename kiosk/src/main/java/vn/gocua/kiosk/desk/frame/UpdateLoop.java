package vn.gocua.kiosk.desk.frame;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.time.Pacer;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.desk.data.DeskPoller;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.data.OverviewCache;
import vn.gocua.kiosk.desk.live.LiveHub;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.feed.FeedState;

/**
 * Updates all open pages of the desk together: after the first change at once, later at most every
 * {@link #PACE}.
 */
public final class UpdateLoop {
  /**
   * The engine gathers for up to 100 ms, so that a grid is at most a quarter of a second behind a
   * check-in.
   */
  static final Duration PACE = Duration.ofMillis(150);

  /** Some things change without any news: sessions end, silence lasts. */
  static final Duration TICK = Duration.ofSeconds(1);

  private static final Logger log = LoggerFactory.getLogger(UpdateLoop.class);

  private final EngineFeed feed;
  private final Supplier<@Nullable Overview> newest;
  private final LiveHub live;
  private final Pacer pacer;
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

  /** A page of the desk. */
  interface Watcher {
    /**
     * Called by any thread when something may have changed; must be quick.
     *
     * @param overview null without data
     * @param tick whether a second has passed, rather than that there is news
     */
    void update(FeedState state, @Nullable Overview overview, boolean tick);
  }

  UpdateLoop(
      EngineFeed feed,
      DeskPoller poller,
      OverviewCache overviews,
      LiveHub live,
      Schedule schedule) {
    this.feed = feed;
    this.newest = () -> overviews.of(feed.state(), poller.data());
    this.live = live;
    this.pacer = new Pacer(schedule::after, PACE, () -> update(false));
    var _ = feed.listen((_, _) -> soon());
    var _ = schedule.every("desk", TICK, this::tick);
  }

  /** Calls the page for updates until the returned work is run. */
  Runnable watch(Watcher watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  private void soon() {
    if (!watchers.isEmpty()) {
      pacer.request();
    }
  }

  private void tick() {
    if (!watchers.isEmpty()) {
      update(true);
      live.heartbeat();
    }
  }

  private void update(boolean tick) {
    live.push(newest);
    FeedState state = feed.state();
    Overview overview = newest.get();
    for (Watcher watcher : watchers) {
      try {
        watcher.update(state, overview, tick);
      } catch (RuntimeException e) {
        log.warn("a page of the desk could not update", e);
      }
    }
  }
}
