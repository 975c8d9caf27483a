package vn.gocua.engine.targets;

import java.time.Duration;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.feature.Follower;
import vn.gocua.engine.http.api.Api;

/** Targets that change during the campaign, wired: the board follows them on every node. */
public final class TargetsFeature implements Feature {
  /** What a node was not told, it finds by itself. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(60);

  private final CampaignContext context;
  private final Board board;
  private final TargetService service;
  private final Follower follower;

  /**
   * @param changed told after every change of the board
   */
  public TargetsFeature(CampaignContext context, Board board, Runnable changed) {
    this.context = context;
    this.board = board;
    service = new TargetService(context.campaign(), context.journal(), context.commit());
    board.retarget(service.now());
    follower =
        new Follower(context, "targets", LOOK_AGAIN, () -> board.retarget(service.now()), changed);
  }

  public void lookAgain() {
    follower.lookAgain();
  }

  @Override
  public void routes(Api api) {
    new TargetRoutes(context.campaign(), service, board::targets, follower::changedHere).mount(api);
  }
}
