package vn.gocua.engine;

import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.Router;
import java.time.Instant;
import vn.gocua.engine.clock.ClockRoutes;

/** What leaders say of the engine's clock, wired: said to one engine, it holds for all. */
final class Clocks implements Feature {
  private static final String CONFIRMED = "clock/confirmed";

  private final Ground ground;
  private final ClockKeeper keeper;

  Clocks(Ground ground, ClockKeeper keeper) {
    this.ground = ground;
    this.keeper = keeper;
    EventBus bus = ground.eventBus();
    bus.<String>consumer(
        CONFIRMED,
        message -> {
          boolean _ = ground.engineClock().confirm(Instant.parse(message.body()));
        });
  }

  @Override
  public void mount(Router router, Loop loop) {
    new ClockRoutes(
            ground.engineClock(),
            ground.clock(),
            ground.campaign().zone(),
            keeper::word,
            shown -> ground.eventBus().publish(CONFIRMED, shown.toString()),
            loop.guard())
        .mount(router);
  }
}
