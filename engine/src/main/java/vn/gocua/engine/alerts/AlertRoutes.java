package vn.gocua.engine.alerts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.access.Principal;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.http.json.Problem;

/** Acknowledged alerts over HTTP, for leaders. */
public final class AlertRoutes {
  private static final String ALERTS = "/api/v1/acknowledgements";
  private static final int LONGEST_KEY = 120;
  private static final Pattern KEY = Pattern.compile("[a-z]{1,20}(/[A-Za-z0-9:.+_-]{1,60}){1,4}");

  /** Alerts that are older are no longer the matter of anybody. */
  private static final Duration TOLD = Duration.ofDays(14);

  private final AlertDesk desk;
  private final ZoneId zone;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public AlertRoutes(
      AlertDesk desk, ZoneId zone, Guard guard, Guard.Blocking blocking, Clock clock) {
    this.desk = desk;
    this.zone = zone;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.get(ALERTS).handler(ctx -> guard.leader(ctx, (c, _) -> answer(c, desk::all)));
    router.post(ALERTS).handler(ctx -> guard.leader(ctx, this::acknowledge));
    router.post(ALERTS + "/reopen").handler(ctx -> guard.leader(ctx, this::reopen));
  }

  private record Row(String key, String by, OffsetDateTime at) {}

  private record All(List<Row> acknowledgements) {}

  private void acknowledge(RoutingContext ctx, Principal.Leader leader) {
    String key = key(ctx);
    answer(ctx, () -> desk.acknowledge(key, leader.username(), clock.instant()));
  }

  private void reopen(RoutingContext ctx, Principal.Leader leader) {
    String key = key(ctx);
    answer(ctx, () -> desk.reopen(key, leader.username(), clock.instant()));
  }

  private static String key(RoutingContext ctx) {
    String key = new Fields(ApiJson.body(ctx), Set.of("key")).text("key", LONGEST_KEY);
    if (!KEY.matcher(key).matches()) {
      throw Problem.of(400, "wrong-type", "key");
    }
    return key;
  }

  private void answer(RoutingContext ctx, Supplier<Acknowledgements> work) {
    blocking
        .run(work)
        .onSuccess(known -> ApiJson.answer(ctx, 200, view(known)))
        .onFailure(ctx::fail);
  }

  private All view(Acknowledgements known) {
    return new All(
        known.since(clock.instant().minus(TOLD)).stream()
            .map(a -> new Row(a.key(), a.by(), a.at().atZone(zone).toOffsetDateTime()))
            .toList());
  }
}
