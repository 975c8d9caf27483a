package vn.gocua.engine;

import io.vertx.ext.web.Router;
import vn.gocua.engine.alerts.AlertDesk;
import vn.gocua.engine.alerts.AlertRoutes;

/** Alerts that leaders know of, wired. */
final class Alerts implements Feature {
  private final Ground ground;
  private final AlertDesk desk;

  Alerts(Ground ground) {
    this.ground = ground;
    desk = new AlertDesk(ground.campaign().id(), ground.journal(), ground.commit());
  }

  @Override
  public void mount(Router router, Loop loop) {
    new AlertRoutes(desk, ground.campaign().zone(), loop.guard(), loop.blocking(), ground.clock())
        .mount(router);
  }
}
