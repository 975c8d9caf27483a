package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.gocua.engine.access.Attempts;
import vn.gocua.engine.screens.ScreenDesk;
import vn.gocua.engine.screens.ScreenRoutes;

/** Screens of the residents' kiosk, wired. */
final class Screens implements Feature {
  private final ScreenDesk desk;

  /** New codes: enough for a hall that sets up, too few to fill a journal with. */
  private final Attempts offers = new Attempts(20, Duration.ofSeconds(30));

  Screens(Ground ground) {
    desk =
        new ScreenDesk(ground.campaign().id(), ground.journal(), ground.commit(), ground.vault());
  }

  /** Takes every screen back that serves; how many. */
  int forgetAll(Instant at) {
    return desk.forgetAll(at);
  }

  @Override
  public void mount(Router router, Loop loop) {
    new ScreenRoutes(desk, offers, loop.guard(), loop.blocking(), Clock.systemUTC()).mount(router);
  }
}
