package vn.gocua.kiosk.desk.frame;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import vn.gocua.base.text.Language;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.desk.access.SignIn;
import vn.gocua.kiosk.desk.data.DeskPoller;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.data.OverviewCache;
import vn.gocua.kiosk.desk.live.LiveHub;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.protocol.client.EngineApi;

/** Parts that all pages of the desk share. */
public record DeskContext(
    EngineFeed feed,
    InstantSource clock,
    EngineApi engine,
    SignIn signIn,
    DeskPoller poller,
    OverviewCache overviews,
    LiveHub live,
    UpdateLoop updates,
    DeskMenu menu) {

  /**
   * Wires the desk.
   *
   * @param figures for each language, the figures of an overview as text by their keys
   */
  public static DeskContext of(
      EngineFeed feed,
      Schedule schedule,
      InstantSource clock,
      EngineApi engine,
      DeskMenu menu,
      Function<Language, Function<Overview, Map<String, String>>> figures) {
    DeskPoller poller = new DeskPoller(engine, schedule);
    OverviewCache overviews = new OverviewCache(clock);
    LiveHub live = new LiveHub(figures);
    UpdateLoop updates = new UpdateLoop(feed, poller, overviews, live, schedule);
    return new DeskContext(
        feed, clock, engine, new SignIn(engine, clock), poller, overviews, live, updates, menu);
  }
}
