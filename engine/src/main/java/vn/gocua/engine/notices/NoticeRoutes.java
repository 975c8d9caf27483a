package vn.gocua.engine.notices;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.NormalText;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.access.Principal;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.http.json.Problem;

/** Notices over HTTP: everybody reads those of the moment, leaders publish and withdraw. */
public final class NoticeRoutes {
  private static final String NOTICES = "/api/v1/notices";
  private static final int LONGEST = 280;
  private static final Duration FARTHEST = Duration.ofDays(366);

  private final NoticeService service;
  private final ZoneId zone;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public NoticeRoutes(
      NoticeService service, ZoneId zone, Guard guard, Guard.Blocking blocking, Clock clock) {
    this.service = service;
    this.zone = zone;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.get(NOTICES).handler(this::active);
    router.get(NOTICES + "/all").handler(ctx -> guard.leader(ctx, (c, _) -> all(c)));
    router.post(NOTICES).handler(ctx -> guard.leader(ctx, this::publish));
    router.post(NOTICES + "/:id/withdraw").handler(ctx -> guard.leader(ctx, this::withdraw));
  }

  private void active(RoutingContext ctx) {
    @Nullable String asked = ctx.request().getParam("where");
    Place place = asked == null ? null : place(asked);
    List<NoticeView> notices =
        service.active(clock.instant()).stream()
            .filter(notice -> place == null || notice.where().contains(place))
            .map(notice -> NoticeView.open(notice, zone))
            .toList();
    ApiJson.answer(ctx, 200, new NoticeView.All(notices));
  }

  private void all(RoutingContext ctx) {
    List<NoticeView> notices =
        service.all().stream().map(notice -> NoticeView.forLeaders(notice, zone)).toList();
    ApiJson.answer(ctx, 200, new NoticeView.All(notices));
  }

  private void publish(RoutingContext ctx, Principal.Leader leader) {
    Instant now = clock.instant();
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("text", "until", "where"));
    String text = NormalText.composed(fields.text("text", LONGEST)).strip();
    NoticeService.Wish wish =
        new NoticeService.Wish(
            UuidCreator.getTimeOrderedEpoch().toString(),
            text.replaceAll("\\s+", " "),
            until(fields.text("until", 60), now),
            where(fields.texts("where", 2, 20)));
    blocking
        .run(() -> service.publish(wish, leader.username(), now))
        .onSuccess(notice -> ApiJson.answer(ctx, 201, NoticeView.forLeaders(notice, zone)))
        .onFailure(ctx::fail);
  }

  private static Instant until(String text, Instant now) {
    Instant until;
    try {
      until = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw Problem.of(400, "invalid-time", "until");
    }
    if (!until.isAfter(now) || until.isAfter(now.plus(FARTHEST))) {
      throw Problem.of(400, "until-not-ahead");
    }
    return until;
  }

  private static List<Place> where(List<String> codes) {
    EnumSet<Place> places = EnumSet.noneOf(Place.class);
    codes.forEach(code -> places.add(place(code)));
    return places.isEmpty() ? List.of(Place.values()) : List.copyOf(places);
  }

  private static Place place(String code) {
    return Place.of(code).orElseThrow(() -> Problem.of(400, "unknown-place", code));
  }

  private void withdraw(RoutingContext ctx, Principal.Leader leader) {
    String id = ctx.pathParam("id");
    blocking
        .<@Nullable Notice>run(() -> service.withdraw(id, leader.username(), clock.instant()))
        .onSuccess(notice -> {
          if (notice == null) {
            ctx.fail(Problem.of(404, "unknown-notice"));
          } else {
            ApiJson.answer(ctx, 200, NoticeView.forLeaders(notice, zone));
          }
        })
        .onFailure(ctx::fail);
  }
}
