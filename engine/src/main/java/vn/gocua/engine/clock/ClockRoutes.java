package vn.gocua.engine.clock;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.http.json.Problem;
import vn.gocua.engine.journal.IsoInstant;

/** What a leader who has looked at another clock says of the engine's. */
public final class ClockRoutes {
  private static final int LONGEST = 60;

  private final EngineClock engineClock;
  private final Clock clock;
  private final ZoneId zone;
  private final Supplier<String> word;
  private final Consumer<Instant> confirmed;
  private final Guard guard;

  /**
   * @param clock the campaign's time
   * @param word what the clock is said to be
   * @param confirmed told that the clock shows the right time
   */
  public ClockRoutes(
      EngineClock engineClock,
      Clock clock,
      ZoneId zone,
      Supplier<String> word,
      Consumer<Instant> confirmed,
      Guard guard) {
    this.engineClock = engineClock;
    this.clock = clock;
    this.zone = zone;
    this.word = word;
    this.confirmed = confirmed;
    this.guard = guard;
  }

  public void mount(Router router) {
    router
        .post("/api/v1/clock/confirmation")
        .handler(ctx -> guard.leader(ctx, (c, _) -> confirm(c)));
  }

  private record Standing(OffsetDateTime at, String state) {}

  private void confirm(RoutingContext ctx) {
    String text = new Fields(ApiJson.body(ctx), Set.of("at")).text("at", LONGEST);
    Instant shown;
    try {
      shown = IsoInstant.parse(text);
    } catch (DateTimeException _) {
      throw Problem.of(400, "invalid-time", "at");
    }
    if (!engineClock.confirm(shown)) {
      throw Problem.of(409, "clock-shows-otherwise");
    }
    confirmed.accept(shown);
    ApiJson.answer(
        ctx, 200, new Standing(clock.instant().atZone(zone).toOffsetDateTime(), word.get()));
  }
}
