package vn.gocua.engine.roster;

import java.util.Map;
import java.util.function.Supplier;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** Teams and hamlets that change during the campaign, wired: every node follows without restart. */
public final class RosterFeature implements Feature {
  private final CampaignContext context;
  private final Board board;
  private final RosterService service;
  private final Supplier<Map<String, Integer>> openRequests;

  /**
   * @param openRequests open help requests by team
   * @param changed runs after the campaign got other teams or hamlets
   */
  public RosterFeature(
      CampaignContext context,
      Board board,
      Supplier<Map<String, Integer>> openRequests,
      Runnable changed) {
    this.context = context;
    this.board = board;
    this.service = new RosterService(context.campaign(), context.repositories());
    this.openRequests = openRequests;
    service.onChange(changed);
  }

  private long checkIns(String team) {
    return board.tallies().entrySet().stream()
        .filter(entry -> entry.getKey().team().equals(team))
        .map(Map.Entry::getValue)
        .mapToLong(Tally::checkIns)
        .sum();
  }

  @Override
  public void load() {
    service.load();
  }

  @Override
  public void routes(Api api) {
    new RosterRoutes(context.campaign(), service, openRequests, this::checkIns).mount(api);
  }
}
