package vn.gocua.engine.stats;

import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** Wires leaders' counts. */
public final class StatsFeature implements Feature {
  private final Campaign campaign;
  private final Board board;
  private final Stats stats;
  private final HourlyCounts hours;

  public StatsFeature(CampaignContext context, Board board) {
    this.campaign = context.campaign();
    this.board = board;
    this.stats = new Stats(campaign, board);
    this.hours = new HourlyCounts(campaign, context.journal(), board);
  }

  @Override
  public void routes(Api api) {
    new StatsRoutes(campaign, board, stats, hours).mount(api);
  }
}
