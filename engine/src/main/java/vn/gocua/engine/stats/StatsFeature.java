package vn.gocua.engine.stats;

import io.vertx.ext.web.Router;
import java.time.Clock;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;

/** Leaders' counts, wired. */
public final class StatsFeature implements Feature {
  private final Campaign campaign;
  private final Board board;
  private final Stats stats;
  private final HourlyCounts hours;
  private final Clock clock;

  public StatsFeature(CampaignContext context, Board board) {
    this.campaign = context.campaign();
    this.board = board;
    this.stats = new Stats(campaign, board);
    this.hours = new HourlyCounts(campaign, context.journal(), board);
    this.clock = context.clock();
  }

  @Override
  public void mount(Router router, Loop loop) {
    new StatsRoutes(campaign, board, stats, hours, loop.guard(), loop.blocking(), clock)
        .mount(router);
  }
}
