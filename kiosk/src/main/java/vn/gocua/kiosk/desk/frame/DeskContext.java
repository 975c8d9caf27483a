package vn.gocua.kiosk.desk.frame;

import vn.gocua.kiosk.desk.data.DeskPoller;
import java.time.InstantSource;
import vn.gocua.kiosk.desk.access.SignIn;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.data.OverviewCache;
import vn.gocua.kiosk.desk.live.LiveHub;
import vn.gocua.kiosk.desk.overview.OverviewFigures;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.screen.ScreenPacer;

/** What all pages of the desk share. */
public record DeskContext(
    EngineFeed feed,
    ScreenPacer pacer,
    InstantSource clock,
    DeskEngine engine,
    SignIn signIn,
    DeskPoller watch,
    OverviewCache insights,
    LiveHub live,
    UpdateLoop pulse) {

  /** Wires the desk. */
  public static DeskContext of(
      EngineFeed feed, ScreenPacer pacer, InstantSource clock, DeskEngine engine) {
    DeskPoller watch = new DeskPoller(engine, pacer);
    OverviewCache insights = new OverviewCache(clock);
    LiveHub live = new LiveHub(OverviewFigures::new);
    UpdateLoop pulse = new UpdateLoop(feed, watch, insights, live, pacer);
    return new DeskContext(feed, pacer, clock, engine, new SignIn(engine), watch, insights, live, pulse);
  }
}
