package vn.gocua.engine.targets;

import vn.gocua.engine.board.Board;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** Targets that change during the campaign, wired: the board follows them on every node. */
public final class TargetsFeature implements Feature {
  private final CampaignContext context;
  private final Board board;
  private final TargetService service;
  private final Runnable changed;

  /**
   * @param changed runs after every change of the board
   */
  public TargetsFeature(CampaignContext context, Board board, Runnable changed) {
    this.context = context;
    this.board = board;
    this.changed = changed;
    service = new TargetService(context.campaign(), context.repositories());
    service.onChange(this::retarget);
  }

  @Override
  public void load() {
    service.load();
    retarget();
  }

  /** Hands the board the targets of the moment; also once the campaign has become another. */
  public synchronized void retarget() {
    if (board.retarget(service.now())) {
      changed.run();
    }
  }

  @Override
  public void routes(Api api) {
    new TargetRoutes(context.campaign(), service).mount(api);
  }
}
