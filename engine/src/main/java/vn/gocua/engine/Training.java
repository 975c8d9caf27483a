package vn.gocua.engine;

import io.vertx.ext.web.Router;
import vn.gocua.engine.training.TrainingDesk;
import vn.gocua.engine.training.TrainingRoutes;

/** The training of staff, wired. */
final class Training implements Feature {
  private final Ground ground;
  private final TrainingDesk desk;

  Training(Ground ground) {
    this.ground = ground;
    desk = new TrainingDesk(ground.campaign().id(), ground.journal(), ground.commit());
  }

  TrainingDesk desk() {
    return desk;
  }

  @Override
  public void mount(Router router, Loop loop) {
    new TrainingRoutes(desk, loop.guard(), loop.blocking(), ground.clock()).mount(router);
  }
}
