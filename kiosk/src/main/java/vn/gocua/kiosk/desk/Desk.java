package vn.gocua.kiosk.desk;

import java.time.InstantSource;
import vn.gocua.kiosk.desk.access.SignIn;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.insight.Insights;
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
    Insights insights) {

  /** Wires the desk. */
  public static Desk of(
      EngineFeed feed, ScreenPacer pacer, InstantSource clock, DeskEngine engine) {
    return new Desk(
        feed,
        pacer,
        clock,
        engine,
        new SignIn(engine),
        new DeskWatch(engine, pacer),
        new Insights(clock));
  }
}
