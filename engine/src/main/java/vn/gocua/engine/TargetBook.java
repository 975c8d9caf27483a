package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.time.Duration;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.targets.TargetDesk;
import vn.gocua.engine.targets.TargetRoutes;

/** Targets that change during the campaign, wired: the board follows them on every node. */
final class TargetBook implements Feature {
  /** What a node was not told, it finds by itself. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(60);

  private final Ground ground;
  private final Board board;
  private final TargetDesk desk;
  private final Follower follower;

  /**
   * @param changed told after every change of the board
   */
  TargetBook(Ground ground, Board board, Runnable changed) {
    this.ground = ground;
    this.board = board;
    desk = new TargetDesk(ground.campaign(), ground.journal(), ground.commit());
    board.retarget(desk.now());
    follower =
        new Follower(ground, "targets", LOOK_AGAIN, () -> board.retarget(desk.now()), changed);
  }

  void lookAgain() {
    follower.lookAgain();
  }

  @Override
  public void mount(Router router, Loop loop) {
    new TargetRoutes(
            ground.campaign(),
            desk,
            board::targets,
            follower::changedHere,
            loop.guard(),
            loop.blocking(),
            ground.clock())
        .mount(router);
  }
}
