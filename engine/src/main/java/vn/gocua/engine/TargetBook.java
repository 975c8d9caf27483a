package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.targets.TargetDesk;
import vn.gocua.engine.targets.TargetRoutes;
import vn.gocua.engine.targets.TargetsBus;

/** Targets that change during the campaign, wired: the board follows them on every node. */
final class TargetBook implements Feature {
  private static final Logger log = LoggerFactory.getLogger(TargetBook.class);

  /** What a node was not told, it finds by itself. */
  private static final long LOOK_AGAIN_SECONDS = 60;

  private final Ground ground;
  private final Board board;
  private final Runnable changed;
  private final TargetDesk desk;
  private final TargetsBus bus;

  /**
   * @param changed told after every change of the board
   */
  TargetBook(Ground ground, Board board, Runnable changed) {
    this.ground = ground;
    this.board = board;
    this.changed = changed;
    desk = new TargetDesk(ground.campaign(), ground.journal(), ground.commit());
    bus = new TargetsBus(ground.eventBus(), ground.campaign().id());
    board.retarget(desk.now());
    bus.subscribe(() -> ground.virtual().execute(this::lookAgain));
    var _ =
        ground
            .parts()
            .thread("targets")
            .scheduleWithFixedDelay(
                this::lookAgain, LOOK_AGAIN_SECONDS, LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
  }

  /** One after the other, so that an older reading never follows a newer one. */
  synchronized void lookAgain() {
    try {
      if (board.retarget(desk.now())) {
        changed.run();
      }
    } catch (RuntimeException e) {
      log.warn("the targets could not be read; tried again in a minute", e);
    }
  }

  @Override
  public void mount(Router router, Loop loop) {
    new TargetRoutes(
            ground.campaign(),
            desk,
            board::targets,
            () -> {
              lookAgain();
              bus.publish();
            },
            loop.guard(),
            loop.blocking(),
            ground.clock())
        .mount(router);
  }
}
