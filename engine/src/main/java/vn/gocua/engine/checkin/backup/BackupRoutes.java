package vn.gocua.engine.checkin.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.access.RouterGuard;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.BatchItem;
import vn.gocua.engine.checkin.CheckInMeter;
import vn.gocua.engine.checkin.CheckInRoutes;
import vn.gocua.engine.checkin.CheckInService;
import vn.gocua.engine.checkin.Rejection;
import vn.gocua.engine.checkin.Submission;
import vn.gocua.engine.checkin.Verdict;
import vn.gocua.engine.checkin.VoidService;
import vn.gocua.engine.checkin.backup.PhoneBackup.VoidWish;
import vn.gocua.engine.http.AcceptedLanguage;
import vn.gocua.engine.http.HeavyWork;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Brief;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.http.json.Problem;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.rights.Principal;

/**
 * A leader takes in what a phone could not send. Ids are the phone's, so that it may be sent again
 * by the phone, or taken in twice, and counts once.
 */
public final class BackupRoutes {
  private static final int MOST_PARTS = 2000;
  private static final int LONGEST_PART = 100_000;

  /** More than a backup as long as may be has, if each item says what it must. */
  private static final int MOST_ITEMS = 10_000;

  private final Campaign campaign;
  private final CheckInService service;
  private final VoidService voids;
  private final RouterGuard guard;
  private final RouterGuard.Blocking blocking;
  private final Clock clock;
  private final CheckInMeter meter;

  /**
   * @param clock the campaign's time
   */
  public BackupRoutes(
      Campaign campaign,
      CheckInService service,
      VoidService voids,
      RouterGuard guard,
      RouterGuard.Blocking blocking,
      Clock clock,
      CheckInMeter meter) {
    this.campaign = campaign;
    this.service = service;
    this.voids = voids;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
    this.meter = meter;
  }

  public void mount(Router router) {
    router.post("/api/v1/teams/:team/backups").handler(ctx -> guard.leader(ctx, this::takeIn));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record VoidResult(
      @Nullable String of, String outcome, @Nullable String code, @Nullable String message) {}

  private record Answer(
      OffsetDateTime receivedAt,
      List<CheckInRoutes.Result> results,
      List<VoidResult> voids,
      int damaged) {}

  private void takeIn(RoutingContext ctx, Principal.Leader leader) {
    String team = ctx.pathParam("team");
    if (campaign.teamOrFormer(team) == null) {
      throw Problem.of(404, "unknown-team", team);
    }
    Texts texts = Texts.of("api", AcceptedLanguage.of(ctx));
    Instant receivedAt = clock.instant();
    ApiJson.largeBody(
        ctx, blocking::run, body -> takeIn(ctx, body, team, leader, receivedAt, texts));
  }

  private void takeIn(
      RoutingContext ctx,
      ObjectNode body,
      String team,
      Principal.Leader leader,
      Instant receivedAt,
      Texts texts) {
    blocking
        .run(() -> {
          PhoneBackup backup =
              HeavyWork.done(() -> PhoneBackup.read(bounded(file(body)), team))
                  .orElseThrow(() -> Problem.of(400, "not-a-backup"));
          List<Verdict> verdicts = submitted(backup.checkIns(), team, leader, receivedAt);
          return new Answer(
              receivedAt.atZone(campaign.zone()).toOffsetDateTime(),
              verdicts.stream().map(v -> CheckInRoutes.Result.of(v, texts)).toList(),
              backup.voids().stream().map(wish -> voided(wish, leader, receivedAt, texts)).toList(),
              backup.damaged());
        })
        .onSuccess(answer -> ApiJson.answer(ctx, 200, answer))
        .onFailure(ctx::fail);
  }

  private static ObjectNode bounded(ObjectNode file) {
    int items = file.path("checkIns").size() + file.path("voids").size();
    if (items > MOST_ITEMS) {
      throw Problem.of(400, "too-many-check-ins", MOST_ITEMS, items);
    }
    return file;
  }

  /** The file itself, or what was scanned of a series of QR codes. */
  private static ObjectNode file(ObjectNode body) {
    if (!body.has("parts")) {
      return body;
    }
    List<String> parts = new Fields(body, Set.of("parts")).texts("parts", MOST_PARTS, LONGEST_PART);
    try {
      return ApiJson.object(QrSeries.join(parts));
    } catch (QrSeries.Unreadable why) {
      throw Problem.of(400, why.code(), why.arguments());
    }
  }

  /**
   * The file lay about for a while: when it was saved says nothing of the phone's clock, so only an
   * offset that was taken at the tap repairs it.
   */
  private List<Verdict> submitted(
      List<BatchItem> items, String team, Principal.Leader leader, Instant receivedAt) {
    Submission submission = Submission.ofBackup(team, leader.username(), receivedAt);
    List<Verdict> verdicts = new ArrayList<>();
    for (int from = 0; from < items.size(); from += CheckInRoutes.MOST_AT_ONCE) {
      int to = Math.min(from + CheckInRoutes.MOST_AT_ONCE, items.size());
      verdicts.addAll(GroupCommit.join(service.submit(submission, items.subList(from, to))));
    }
    verdicts.forEach(verdict -> meter.judged(verdict.outcome()));
    return verdicts;
  }

  private VoidResult voided(VoidWish wish, Principal.Leader leader, Instant now, Texts texts) {
    String of = wish.of();
    String named = of == null ? null : Brief.text(of);
    Rejection rejection = wish.rejection();
    if (rejection == null && of != null) {
      VoidService.Actor actor = new VoidService.Actor(leader.username(), null);
      VoidService.Outcome outcome =
          voids.voidCheckIn(of.toLowerCase(Locale.ROOT), wish.reason(), actor, now);
      rejection = outcome == VoidService.Outcome.VOIDED ? null : Rejection.of("unknown-check-in");
    }
    return rejection == null
        ? new VoidResult(named, "voided", null, null)
        : new VoidResult(
            named,
            "rejected",
            rejection.code(),
            texts.get(rejection.code(), Brief.all(rejection.arguments())));
  }
}
