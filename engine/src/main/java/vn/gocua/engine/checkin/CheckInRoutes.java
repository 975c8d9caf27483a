package vn.gocua.engine.checkin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.access.RouterGuard;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.Verdict.Outcome;
import vn.gocua.engine.checkin.event.CheckInFact;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.http.AcceptedLanguage;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Brief;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.http.json.Problem;
import vn.gocua.engine.rights.Principal;

/** Check-ins over HTTP: JSON to records, and verdicts back. */
public final class CheckInRoutes {
  public static final int MOST_AT_ONCE = 500;
  private static final int LONGEST_CODE = 60;

  /** How soon a phone may ask again whether the clock has been mended. */
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final Campaign campaign;
  private final CheckInService service;
  private final VoidService voids;
  private final CheckInHistory history;
  private final RouterGuard guard;
  private final RouterGuard.Blocking blocking;
  private final Clock clock;
  private final CheckInMeter meter;
  private final EngineClock engineClock;

  /**
   * @param clock the campaign's time
   * @param engineClock what that is worth; told what phones say of the time
   */
  public CheckInRoutes(
      Campaign campaign,
      CheckInService service,
      VoidService voids,
      CheckInHistory history,
      RouterGuard guard,
      RouterGuard.Blocking blocking,
      Clock clock,
      CheckInMeter meter,
      EngineClock engineClock) {
    this.engineClock = engineClock;
    this.campaign = campaign;
    this.service = service;
    this.voids = voids;
    this.history = history;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
    this.meter = meter;
  }

  public void mount(Router router) {
    router.post("/api/v1/check-ins").handler(ctx -> guard.phone(ctx, this::submit));
    router.get("/api/v1/check-ins").handler(ctx -> guard.anyone(ctx, this::latest));
    router.post("/api/v1/teams/:team/check-ins").handler(ctx -> guard.leader(ctx, this::enter));
    router.post("/api/v1/check-ins/:id/void").handler(ctx -> guard.acting(ctx, this::voidCheckIn));
  }

  /** A verdict, its rejection in the asker's language. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result(
      @Nullable String id, String outcome, @Nullable String code, @Nullable String message) {

    public static Result of(Verdict verdict, Texts texts) {
      Rejection rejection = verdict.rejection();
      return new Result(
          verdict.id(),
          verdict.outcome().code(),
          rejection == null ? null : rejection.code(),
          rejection == null ? null : texts.get(rejection.code(), Brief.all(rejection.arguments())));
    }
  }

  private record Answer(OffsetDateTime receivedAt, List<Result> results) {}

  private void submit(RoutingContext ctx, Principal.Phone phone) {
    if (campaign.team(phone.team()) == null) {
      throw Problem.of(403, "team-left", phone.team());
    }
    Instant receivedAt = clock.instant();
    ApiJson.largeBody(ctx, blocking::run, body -> submit(ctx, body, phone, receivedAt));
  }

  private void submit(
      RoutingContext ctx, ObjectNode body, Principal.Phone phone, Instant receivedAt) {
    Instant sentAt = sentAt(new Fields(body, Set.of("sentAt", "checkIns")));
    if (sentAt != null) {
      engineClock.heard(phone.id(), phone.team(), sentAt, receivedAt);
    }
    List<BatchItem> items = items(body.get("checkIns"), phone.team());
    Submission submission = Submission.ofPhone(phone.team(), phone.id(), receivedAt, sentAt);
    guard
        .upload(phone, items.size(), () -> service.addsNothing(submission, items))
        .onSuccess(
            upload -> submit(ctx, items, submission, verdicts -> upload.done(accepted(verdicts))))
        .onFailure(ctx::fail);
  }

  /**
   * A leader enters what a team reported on paper, or corrects what it entered, at any time; also
   * for a team that is struck off. Nobody's clock is repaired: what is on paper was read from a
   * wall or a wrist.
   */
  private void enter(RoutingContext ctx, Principal.Leader leader) {
    String team = ctx.pathParam("team");
    if (campaign.teamOrFormer(team) == null) {
      throw Problem.of(404, "unknown-team", team);
    }
    ApiJson.largeBody(ctx, blocking::run, body -> enter(ctx, body, team, leader));
  }

  private void enter(RoutingContext ctx, ObjectNode body, String team, Principal.Leader leader) {
    String channel =
        new Fields(body, Set.of("channel", "checkIns")).optionalText("channel", LONGEST_CODE);
    if (channel != null && !channel.equals(CheckInFact.PAPER)) {
      throw Problem.of(400, "unknown-channel", channel, CheckInFact.PAPER);
    }
    submit(
        ctx,
        items(body.get("checkIns"), team),
        Submission.ofLeader(team, leader.username(), clock.instant(), channel),
        _ -> {});
  }

  /** Resends and refusals are no use of a quota: they leave nothing behind. */
  private static int accepted(List<Verdict> verdicts) {
    return (int) verdicts.stream().filter(v -> v.outcome() == Outcome.ACCEPTED).count();
  }

  /**
   * @param judged told the verdicts; none, if the fate of the items is unknown
   */
  private void submit(
      RoutingContext ctx,
      List<BatchItem> items,
      Submission submission,
      Consumer<List<Verdict>> judged) {
    Context context = Vertx.currentContext();
    CompletableFuture<List<Verdict>> judging;
    try {
      judging = service.submit(submission, items);
    } catch (RuntimeException e) {
      judging = CompletableFuture.failedFuture(e);
    }
    var _ = judging.whenComplete((verdicts, e) -> judged.accept(e == null ? verdicts : List.of()));
    Future.fromCompletionStage(judging, context)
        .onSuccess(verdicts -> {
          note(submission, verdicts);
          ApiJson.answer(ctx, 200, answer(ctx, submission.receivedAt(), verdicts));
        })
        .onFailure(ctx::fail);
  }

  /** What is in the journal now proves that so much time has passed. */
  private void note(Submission submission, List<Verdict> verdicts) {
    Instant sentAt = submission.sentAt();
    if (sentAt != null && verdicts.stream().anyMatch(v -> v.outcome() == Outcome.ACCEPTED)) {
      engineClock.proved(submission.by(), sentAt, submission.receivedAt());
    }
  }

  private static @Nullable Instant sentAt(Fields fields) {
    String text = fields.optionalText("sentAt", 60);
    try {
      return text == null ? null : CheckInJson.time(text);
    } catch (DateTimeException _) {
      throw Problem.of(400, "invalid-time", "sentAt");
    }
  }

  private static List<BatchItem> items(@Nullable JsonNode node, String team) {
    if (node == null) {
      throw Problem.of(400, "missing-field", "checkIns");
    }
    if (!node.isArray()) {
      throw Problem.of(400, "wrong-type", "checkIns");
    }
    if (node.size() > MOST_AT_ONCE) {
      throw Problem.of(400, "too-many-check-ins", MOST_AT_ONCE, node.size());
    }
    List<BatchItem> items = new ArrayList<>(node.size());
    node.forEach(item -> items.add(CheckInJson.read(item, team)));
    return items;
  }

  private Answer answer(RoutingContext ctx, Instant receivedAt, List<Verdict> verdicts) {
    Texts texts = Texts.of("api", AcceptedLanguage.of(ctx));
    verdicts.forEach(verdict -> meter.judged(verdict.outcome()));
    return new Answer(
        receivedAt.atZone(campaign.zone()).toOffsetDateTime(),
        verdicts.stream().map(verdict -> Result.of(verdict, texts)).toList());
  }

  private record Latest(List<CheckInHistory.Entry> checkIns) {}

  private void latest(RoutingContext ctx, Principal who) {
    int limit = limit(ctx.request().getParam("limit"));
    Supplier<List<CheckInHistory.Entry>> read =
        switch (who) {
          case Principal.Phone phone ->
              () ->
                  history.latest(phone.team(), limit, clock.instant()).stream()
                      .map(CheckInHistory.Entry::forPhones)
                      .toList();
          case Principal.Leader _ -> ofAnyTeam(ctx, limit);
          case Principal.Kiosk _ -> throw Problem.of(403, "phones-only");
        };
    blocking
        .run(read)
        .onSuccess(entries -> ApiJson.answer(ctx, 200, new Latest(entries)))
        .onFailure(ctx::fail);
  }

  private Supplier<List<CheckInHistory.Entry>> ofAnyTeam(RoutingContext ctx, int limit) {
    String team = ctx.request().getParam("team");
    if (team == null) {
      throw Problem.of(400, "missing-field", "team");
    }
    if (campaign.teamOrFormer(team) == null) {
      throw Problem.of(404, "unknown-team", team);
    }
    String day = ctx.request().getParam("day");
    if (day == null) {
      return () -> history.latest(team, limit, clock.instant());
    }
    int number = number(day, "day", campaign.days());
    return () -> history.ofDay(team, number, limit);
  }

  private static int limit(@Nullable String text) {
    return text == null ? 50 : number(text, "limit", MOST_AT_ONCE);
  }

  private static int number(String text, String name, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw Problem.of(400, "out-of-range", name, 1, most);
  }

  private record Voided(String id, boolean voided) {}

  private void voidCheckIn(RoutingContext ctx, Principal who) {
    VoidService.Actor actor =
        switch (who) {
          case Principal.Phone phone -> new VoidService.Actor(phone.id(), phone.team());
          case Principal.Leader leader -> new VoidService.Actor(leader.username(), null);
          case Principal.Kiosk _ -> throw Problem.of(403, "phones-only");
        };
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("reason"));
    String given = fields.text("reason", 60);
    VoidReason reason =
        VoidReason.of(given).orElseThrow(() -> Problem.of(400, "unknown-reason", given));
    String id = ctx.pathParam("id").toLowerCase(java.util.Locale.ROOT);
    Runnable first = RouterGuard.recording(ctx);
    blocking
        .run(() -> voids.voidCheckIn(id, reason, actor, clock.instant(), first))
        .onSuccess(outcome -> {
          switch (outcome) {
            case VOIDED -> ApiJson.answer(ctx, 200, new Voided(id, true));
            case NO_SUCH_CHECK_IN -> ctx.fail(Problem.of(404, "unknown-check-in"));
            case NOT_YOUR_TEAMS -> ctx.fail(Problem.of(403, "not-your-teams"));
            case TOO_LATE ->
                ctx.fail(
                    engineClock.isDoubtful()
                        ? Problem.passing(503, "engine-clock", AGAIN)
                        : Problem.of(403, "too-late-to-void"));
          }
        })
        .onFailure(ctx::fail);
  }
}
