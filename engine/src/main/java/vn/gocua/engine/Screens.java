package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Instant;
import vn.gocua.engine.screens.OffersBus;
import vn.gocua.engine.screens.ScreenDesk;
import vn.gocua.engine.screens.ScreenRoutes;

/** Screens of the residents' kiosk, wired. */
final class Screens implements Feature {
  private final ScreenDesk desk;

  Screens(Ground ground) {
    String campaign = ground.campaign().id();
    desk =
        new ScreenDesk(
            campaign,
            ground.journal(),
            ground.commit(),
            ground.vault(),
            new OffersBus(ground.eventBus(), campaign),
            System::nanoTime);
  }

  /** Takes every screen back that serves; how many. */
  int forgetAll(Instant at) {
    return desk.forgetAll(at);
  }

  @Override
  public void mount(Router router, Loop loop) {
    new ScreenRoutes(desk, loop.guard(), loop.blocking(), Clock.systemUTC()).mount(router);
  }
}
