package vn.gocua.kiosk.desk;

import java.time.InstantSource;
import vn.gocua.kiosk.desk.access.SignIn;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.insight.Insights;
import vn.gocua.kiosk.desk.live.Live;
import vn.gocua.kiosk.desk.overview.OverviewFigures;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.screen.ScreenPacer;

/** What all pages of the desk share. */
public record Desk(
    EngineFeed feed,
    ScreenPacer pacer,
    InstantSource clock,
    DeskEngine engine,
    SignIn signIn,
    DeskWatch watch,
    Insights insights,
    Live live,
    Pulse pulse) {

  /** Wires the desk. */
  public static Desk of(
      EngineFeed feed, ScreenPacer pacer, InstantSource clock, DeskEngine engine) {
    DeskWatch watch = new DeskWatch(engine, pacer);
    Insights insights = new Insights(clock);
    Live live = new Live(OverviewFigures::new);
    Pulse pulse = new Pulse(feed, watch, insights, live, pacer);
    return new Desk(feed, pacer, clock, engine, new SignIn(engine), watch, insights, live, pulse);
  }
}
