package vn.gocua.engine;

import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.Router;
import java.time.Instant;
import vn.gocua.engine.clock.ClockRoutes;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;

/** What leaders say of the engine's clock, wired: said to one engine, it holds for all. */
final class Clocks implements Feature {
  private static final String CONFIRMED = "clock/confirmed";

  private final CampaignContext context;
  private final ClockKeeper keeper;

  Clocks(CampaignContext context, ClockKeeper keeper) {
    this.context = context;
    this.keeper = keeper;
    EventBus bus = context.eventBus();
    bus.<String>consumer(
        CONFIRMED,
        message -> {
          boolean _ = context.engineClock().confirm(Instant.parse(message.body()));
        });
  }

  @Override
  public void mount(Router router, Loop loop) {
    new ClockRoutes(
            context.engineClock(),
            context.clock(),
            context.campaign().zone(),
            keeper::word,
            shown -> context.eventBus().publish(CONFIRMED, shown.toString()),
            loop.guard())
        .mount(router);
  }
}
