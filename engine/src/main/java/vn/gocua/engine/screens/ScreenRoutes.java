package vn.gocua.engine.screens;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.access.Principal;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.http.json.Problem;
import vn.gocua.engine.screens.ScreenDesk.Named;

/** Screens over HTTP: the kiosk asks for them, leaders accept and revoke. */
public final class ScreenRoutes {
  private static final String SCREENS = "/api/v1/screens";
  private static final int SHORTEST_SECRET = 22;

  private final ScreenDesk desk;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock real time, also in a rehearsal
   */
  public ScreenRoutes(ScreenDesk desk, Guard guard, Guard.Blocking blocking, Clock clock) {
    this.desk = desk;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.post(SCREENS).handler(ctx -> guard.kiosk(ctx, this::present));
    router.get(SCREENS).handler(ctx -> guard.leader(ctx, this::all));
    router.post(SCREENS + "/:screen/accept").handler(ctx -> guard.leader(ctx, this::accept));
    router.delete(SCREENS + "/:screen").handler(ctx -> guard.leader(ctx, this::revoke));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record View(
      String screen,
      String status,
      Instant offeredAt,
      Instant until,
      @Nullable String place,
      @Nullable Instant acceptedAt) {}

  private record Views(List<View> screens) {}

  private static View view(Named named, Instant now) {
    Screen screen = named.screen();
    return new View(
        named.code(),
        screen.statusAt(now).code(),
        screen.offeredAt(),
        screen.until(),
        screen.place(),
        screen.acceptedAt());
  }

  /** A screen shows itself: it is told how it stands, and gets a code if it has none. */
  private void present(RoutingContext ctx) {
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("secret", "again"));
    String secret = fields.text("secret", 100);
    boolean again = fields.integer("again", 0, 1, 0) == 1;
    if (secret.length() < SHORTEST_SECRET) {
      throw Problem.of(400, "wrong-type", "secret");
    }
    Instant now = clock.instant();
    blocking
        .run(() -> view(desk.present(secret, again, now), now))
        .onSuccess(view -> ApiJson.answer(ctx, 200, view))
        .onFailure(ctx::fail);
  }

  private void all(RoutingContext ctx, Principal.Leader leader) {
    Instant now = clock.instant();
    blocking
        .run(() -> new Views(desk.all(now).stream().map(named -> view(named, now)).toList()))
        .onSuccess(views -> ApiJson.answer(ctx, 200, views))
        .onFailure(ctx::fail);
  }

  private void accept(RoutingContext ctx, Principal.Leader leader) {
    boolean empty = ctx.body().buffer() == null || ctx.body().length() == 0;
    Fields fields =
        new Fields(
            empty ? JsonMapper.shared().createObjectNode() : ApiJson.body(ctx), Set.of("place"));
    String place = fields.optionalText("place", 60);
    String code = ctx.pathParam("screen");
    Instant now = clock.instant();
    blocking
        .run(() ->
            desk.accept(code, place, leader.username(), now)
                .map(named -> view(named, now))
                .orElseThrow(() -> Problem.of(404, "unknown-screen")))
        .onSuccess(view -> ApiJson.answer(ctx, 200, view))
        .onFailure(ctx::fail);
  }

  private void revoke(RoutingContext ctx, Principal.Leader leader) {
    String code = ctx.pathParam("screen");
    Instant now = clock.instant();
    blocking
        .run(() -> desk.revoke(code, leader.username(), now))
        .onSuccess(found -> {
          if (found) {
            ctx.response().setStatusCode(204).end();
          } else {
            ctx.fail(Problem.of(404, "unknown-screen"));
          }
        })
        .onFailure(ctx::fail);
  }
}
