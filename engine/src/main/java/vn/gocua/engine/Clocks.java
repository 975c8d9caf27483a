package vn.gocua.engine;

import java.time.Instant;
import vn.gocua.engine.clock.ClockRoutes;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** What leaders say of the engine's clock, wired: said to one engine, it holds for all. */
final class Clocks implements Feature {
  private static final String CONFIRMED = "clock/confirmed";

  private final CampaignContext context;
  private final ClockKeeper keeper;
  private final Channel<String> confirmed;

  Clocks(CampaignContext context, ClockKeeper keeper) {
    this.context = context;
    this.keeper = keeper;
    confirmed = context.repositories().channels().text(CONFIRMED);
    confirmed.subscribe(
        shown -> {
          boolean _ = context.engineClock().confirm(Instant.parse(shown));
        },
        () -> {});
  }

  @Override
  public void routes(Api api) {
    new ClockRoutes(
            context.engineClock(),
            context.clock(),
            context.campaign().zone(),
            keeper::word,
            shown -> confirmed.publish(shown.toString()))
        .mount(api);
  }
}
