package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.time.Clock;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.insight.Hours;
import vn.gocua.engine.insight.Stats;
import vn.gocua.engine.insight.StatsRoutes;

/** Leaders' counts, wired. */
final class Insights implements Feature {
  private final Campaign campaign;
  private final Board board;
  private final Stats stats;
  private final Hours hours;
  private final Clock clock;

  Insights(Ground ground, Board board) {
    this.campaign = ground.campaign();
    this.board = board;
    this.stats = new Stats(campaign, board);
    this.hours = new Hours(campaign, ground.journal(), board);
    this.clock = ground.clock();
  }

  @Override
  public void mount(Router router, Loop loop) {
    new StatsRoutes(campaign, board, stats, hours, loop.guard(), loop.blocking(), clock)
        .mount(router);
  }
}
