package vn.gocua.engine.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.access.quota.PhoneQuota;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.Verdict.Outcome;
import vn.gocua.engine.checkin.event.CheckInFact;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.json.FieldText;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.rights.Principal;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.CheckInList;
import vn.gocua.protocol.checkin.CheckInReason;
import vn.gocua.protocol.checkin.CheckInUpload;
import vn.gocua.protocol.checkin.EnteredCheckIns;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.protocol.checkin.VoidOrder;
import vn.gocua.protocol.checkin.VoidedCheckIn;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Check-ins over HTTP: items to check-ins, and verdicts back. */
final class CheckInRoutes {
  /** When a phone may try again while the engine's clock is in doubt. */
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final Campaign campaign;
  private final CheckInService service;
  private final VoidService voids;
  private final CheckInHistory history;
  private final Phones phones;
  private final CheckInMeter meter;
  private final EngineClock engineClock;

  /**
   * What is known of phones.
   *
   * @param quota limits the check-ins that a phone may add
   * @param settled receives a phone and how many of its items have their answer
   */
  record Phones(PhoneQuota quota, ObjIntConsumer<String> settled) {}

  /**
   * @param engineClock judges the engine's clock; receives phones' times
   */
  public CheckInRoutes(
      Campaign campaign,
      CheckInService service,
      VoidService voids,
      CheckInHistory history,
      Phones phones,
      CheckInMeter meter,
      EngineClock engineClock) {
    this.campaign = campaign;
    this.service = service;
    this.voids = voids;
    this.history = history;
    this.phones = phones;
    this.meter = meter;
    this.engineClock = engineClock;
  }

  public void mount(Api api) {
    api.on(CheckInEndpoints.SUBMIT).may(Permission.CHECK_IN).items(this::ownTeam, this::submit);
    api.on(CheckInEndpoints.LATEST).may(Permission.READ_CHECK_INS).blocking(this::latest);
    api.on(CheckInEndpoints.ENTER)
        .may(Permission.ENTER_CHECK_INS)
        .items(call -> campaign.knownTeam(call.path("team")), this::enter);
    api.on(CheckInEndpoints.VOID)
        .may(Permission.VOID_CHECK_INS)
        .counted()
        .blocking(this::voidCheckIn);
  }

  private String ownTeam(Call<?> call) {
    String team = call.phone().team();
    if (campaign.team(team) == null) {
      throw Refusal.of(CheckInReason.TEAM_LEFT, team);
    }
    return team;
  }

  /**
   * Lets an upload of a phone in, whole, while any of its quota is left; later also one that brings
   * nothing new.
   */
  private CompletionStage<Supplier<VerdictList>> submit(
      Call<CheckInUpload> call, String team, CheckInUpload upload) {
    String phone = call.phone().id();
    Instant sentAt = upload.sentAt();
    if (sentAt != null) {
      engineClock.heard(phone, team, sentAt, call.now());
    }
    List<BatchItem> items = CheckInItems.of(upload.checkIns(), team);
    Submission submission = Submission.ofPhone(team, phone, call.now(), sentAt);
    PhoneQuota quota = phones.quota();
    CompletionStage<Supplier<VerdictList>> answer =
        quota.mayAskWhatIsNew(phone)
            ? service
                .addsNothing(submission, items)
                .thenCompose(nothing ->
                    submit(
                        call,
                        items,
                        submission,
                        nothing ? _ -> {} : quota.upload(phone, items.size())))
            : submit(call, items, submission, quota.upload(phone, items.size()));
    return answer.thenApply(verdicts -> () -> settled(phone, verdicts.get()));
  }

  private VerdictList settled(String phone, VerdictList answer) {
    String later = Outcome.LATER.code();
    phones
        .settled()
        .accept(
            phone, (int) answer.results().stream().filter(r -> !r.outcome().equals(later)).count());
    return answer;
  }

  /**
   * Records a team's paper report, or a leader's correction, at any time; also for a removed team.
   * No clock is repaired: a person wrote the time down.
   */
  private CompletionStage<Supplier<VerdictList>> enter(
      Call<EnteredCheckIns> call, String team, EnteredCheckIns entered) {
    String channel = entered.channel();
    if (channel != null && !channel.equals(CheckInFact.PAPER)) {
      throw Refusal.of(CheckInReason.UNKNOWN_CHANNEL, channel, CheckInFact.PAPER);
    }
    return submit(
        call,
        CheckInItems.of(entered.checkIns(), team),
        Submission.ofLeader(team, call.leader().username(), call.now(), channel),
        _ -> {});
  }

  /**
   * @param upload receives the number of accepted items; none if their fate is unknown
   */
  private CompletionStage<Supplier<VerdictList>> submit(
      Call<?> call, List<BatchItem> items, Submission submission, PhoneQuota.Upload upload) {
    CompletableFuture<List<Verdict>> judging;
    try {
      judging = service.submit(submission, items);
    } catch (RuntimeException e) {
      judging = CompletableFuture.failedFuture(e);
    }
    return judging
        .whenComplete((verdicts, e) -> upload.done(e == null ? accepted(verdicts) : 0))
        .thenApply(verdicts -> () -> answer(call, submission, verdicts));
  }

  /** Resends and refusals are no use of a quota: they leave nothing behind. */
  private static int accepted(List<Verdict> verdicts) {
    return (int) verdicts.stream().filter(v -> v.outcome() == Outcome.ACCEPTED).count();
  }

  private VerdictList answer(Call<?> call, Submission submission, List<Verdict> verdicts) {
    note(submission, verdicts);
    Texts texts = call.texts("api");
    verdicts.forEach(verdict -> meter.judged(verdict.outcome()));
    return new VerdictList(
        campaign.local(submission.receivedAt()),
        verdicts.stream().map(verdict -> verdict.told(texts)).toList());
  }

  /** Notes that the journal proves the passing of so much time. */
  private void note(Submission submission, List<Verdict> verdicts) {
    Instant sentAt = submission.sentAt();
    if (sentAt != null && verdicts.stream().anyMatch(v -> v.outcome() == Outcome.ACCEPTED)) {
      engineClock.proved(submission.by(), sentAt, submission.receivedAt());
    }
  }

  private CheckInList latest(Call<?> call) {
    int limit = call.number("limit", 50, Limits.CHECK_INS);
    return switch (call.who()) {
      case Principal.Phone phone ->
          new CheckInList(
              history.latest(phone.team(), limit, call.now()).stream()
                  .map(CheckInList.Row::forPhones)
                  .toList());
      case Principal.Leader _ -> ofAnyTeam(call, limit);
      case Principal.Kiosk _ -> throw Refusal.of(RequestReason.PHONES_ONLY);
    };
  }

  private CheckInList ofAnyTeam(Call<?> call, int limit) {
    String team = call.query("team");
    if (team == null) {
      throw Refusal.of(RequestReason.MISSING_FIELD, "team");
    }
    String known = campaign.knownTeam(team);
    Integer day =
        call.query("day") == null ? null : (Integer) call.number("day", 1, campaign.days());
    String device = call.query("device");
    if (device != null) {
      String after = call.query("after");
      return history.ofPhone(
          known,
          FieldText.uuid(device, "device"),
          day,
          after == null ? null : FieldText.uuid(after, "after"),
          limit);
    }
    return new CheckInList(
        day == null ? history.latest(known, limit, call.now()) : history.ofDay(known, day, limit));
  }

  private VoidedCheckIn voidCheckIn(Call<VoidOrder> call) {
    VoidService.Actor actor =
        switch (call.who()) {
          case Principal.Phone phone -> new VoidService.Actor(phone.id(), phone.team());
          case Principal.Leader leader -> new VoidService.Actor(leader.username(), null);
          case Principal.Kiosk _ -> throw Refusal.of(RequestReason.PHONES_ONLY);
        };
    String given = call.body().reason();
    VoidReason reason =
        VoidReason.of(given).orElseThrow(() -> Refusal.of(CheckInReason.UNKNOWN_REASON, given));
    String id = call.path("id").toLowerCase(Locale.ROOT);
    return switch (voids.voidCheckIn(id, reason, actor, call.now(), call.recording())) {
      case VOIDED -> new VoidedCheckIn(id, true);
      case NO_SUCH_CHECK_IN -> throw Refusal.of(CheckInReason.UNKNOWN_CHECK_IN);
      case NOT_YOUR_TEAMS -> throw Refusal.of(CheckInReason.NOT_YOUR_TEAMS);
      case TOO_LATE ->
          throw engineClock.isDoubtful()
              ? Refusal.forNow(RequestReason.ENGINE_CLOCK, AGAIN)
              : Refusal.of(CheckInReason.TOO_LATE_TO_VOID);
    };
  }
}
