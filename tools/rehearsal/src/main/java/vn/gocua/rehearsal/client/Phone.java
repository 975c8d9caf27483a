package vn.gocua.rehearsal.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Backoff;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.checkin.VerdictList;
import vn.gocua.protocol.checkin.VoidOrder;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.client.Json;
import vn.gocua.rehearsal.counts.ExpectedCounts;
import vn.gocua.rehearsal.counts.Tallied.Counted;
import vn.gocua.rehearsal.plan.CampaignFacts;
import vn.gocua.rehearsal.plan.PhoneAction;
import vn.gocua.rehearsal.plan.PhonePlan;
import vn.gocua.rehearsal.plan.PostOutcome;
import vn.gocua.rehearsal.plan.RehearsalClock;
import vn.gocua.rehearsal.plan.Visit;

/**
 * A simulated phone of a team: enters its planned check-ins in time, and sends them when there is a
 * network.
 */
public final class Phone {
  /** Time until a post is cut off: sometimes enough to reach the engine. */
  private static final Duration CUT_OFF = Duration.ofMillis(4);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(6400);

  private final PhonePlan plan;
  private final CampaignFacts facts;
  private final RehearsalClock clock;
  private final InstantSource real;
  private final EngineApi api;
  private final Caller caller;
  private final ExpectedCounts counts;
  private final Answers answers;
  private final SplittableRandom random;
  private final Backoff backoff;
  private final List<Queued> queue = new ArrayList<>();
  private final List<PhoneAction.Withdraw> withdrawals = new ArrayList<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private int nextAction;

  /** Time of the next try, in real time. */
  private Instant notBefore = Instant.MIN;

  /** Shared by all phones. */
  public record Surroundings(
      CampaignFacts facts,
      RehearsalClock clock,
      InstantSource real,
      EngineApi api,
      ExpectedCounts counts) {}

  /**
   * @param token of the enrolled phone
   */
  public Phone(PhonePlan plan, String token, Surroundings surroundings) {
    this.plan = plan;
    this.caller = Caller.with(token);
    this.facts = surroundings.facts();
    this.clock = surroundings.clock();
    this.real = surroundings.real();
    this.api = surroundings.api();
    this.counts = surroundings.counts();
    this.answers = new Answers(plan.team() + "/" + plan.number(), counts);
    this.random = new SplittableRandom(plan.seed());
    this.backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, random);
  }

  /** Number of entries without an answer. */
  public int waiting() {
    return waiting.get();
  }

  /** Lives the plan; returns when everything in it has been done and answered. */
  public void live() throws InterruptedException {
    while (true) {
      Instant now = real.instant();
      enterDue(clock.campaignTime(now));
      waiting.set(queue.size() + withdrawals.size());
      boolean pending = waiting.get() > 0;
      if (!pending && nextAction == plan.actions().size()) {
        return;
      }
      Optional<Instant> wake = pending ? busyUntil(now) : Optional.of(Instant.MAX);
      if (wake.isEmpty()) {
        send(now);
      } else {
        sleepUntil(now, earlier(wake.get(), nextActionAt()));
      }
    }
  }

  private void enterDue(Instant campaignNow) {
    while (nextAction < plan.actions().size()
        && !plan.actions().get(nextAction).at().isAfter(campaignNow)) {
      enter(plan.actions().get(nextAction));
      nextAction++;
    }
  }

  private void enter(PhoneAction action) {
    switch (action) {
      case PhoneAction.Enter(_, Visit visit) -> queue(visit, Queued.Expected.TAKEN);
      case PhoneAction.EnterTwice(_, Visit visit) -> {
        queue(visit, Queued.Expected.TAKEN);
        queue(visit, Queued.Expected.KNOWN);
      }
      case PhoneAction.EnterWrong wrong -> {
        Visit visit = wrong.visit();
        SentItem item = SentItem.of(visit, plan, facts).with(wrong.error(), visit, plan, facts);
        queue.add(new Queued(visit.id(), item, Queued.Expected.REJECTED, counted(visit), null));
      }
      case PhoneAction.Contradict(_, Visit altered) -> queue(altered, Queued.Expected.CONFLICT);
      case PhoneAction.Correct(_, Visit correction) -> queue(correction, Queued.Expected.TAKEN);
      case PhoneAction.Withdraw withdraw -> withdrawals.add(withdraw);
    }
  }

  private void queue(Visit visit, Queued.Expected expected) {
    SentItem item = SentItem.of(visit, plan, facts);
    queue.add(new Queued(visit.id(), item, expected, counted(visit), visit.replaces()));
  }

  private Counted counted(Visit visit) {
    return new Counted(
        plan.team(),
        facts.dayOf(visit.happenedAt()),
        visit.activity(),
        visit.residents(),
        visit.groups());
  }

  /** When the phone can send; empty if now. */
  private Optional<Instant> busyUntil(Instant now) {
    Optional<Instant> online = plan.offlineUntil(clock.campaignTime(now)).map(clock::realTime);
    if (online.isPresent()) {
      return online;
    }
    return now.isBefore(notBefore) ? Optional.of(notBefore) : Optional.empty();
  }

  private Instant nextActionAt() {
    return nextAction == plan.actions().size()
        ? Instant.MAX
        : clock.realTime(plan.actions().get(nextAction).at());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static void sleepUntil(Instant now, Instant wake) throws InterruptedException {
    Thread.sleep(Duration.between(now, wake).plusMillis(1));
  }

  private void send(Instant now) {
    if (queue.isEmpty()) {
      voidCheckIn(now, withdrawals.getFirst());
    } else {
      sendBatch(now, List.copyOf(queue.subList(0, Math.min(queue.size(), Limits.CHECK_INS))));
    }
  }

  private void sendBatch(Instant now, List<Queued> batch) {
    PostOutcome outcome = PostOutcome.any(random);
    counts.posted();
    try {
      List<VerdictList.Result> results =
          post(outcome == PostOutcome.CUT_OFF ? api.within(CUT_OFF) : api, now, batch);
      if (outcome == PostOutcome.ANSWER_LOST) {
        counts.lostAnswer();
        waitLonger(null);
      } else {
        answered(batch, results);
        if (outcome == PostOutcome.REPEATED) {
          repeat(batch);
        }
      }
    } catch (ApiRefusal refusal) {
      if (refusal.unanswered()) {
        counts.lostAnswer();
      }
      if (refusal.isForNow()) {
        waitLonger(refusal.retryAfter());
      } else {
        counts.surprise(
            "%s: a whole post refused: %d %s"
                .formatted(plan.team(), refusal.status(), refusal.code()));
        queue.removeAll(batch);
      }
    }
    batch.forEach(Queued::markTried);
  }

  private List<VerdictList.Result> post(EngineApi engine, Instant now, List<Queued> batch) {
    List<SentItem> items = batch.stream().map(Queued::item).toList();
    byte[] upload = Json.write(Map.of("sentAt", sentAt(now), "checkIns", items));
    return engine.sendAsIs(caller, CheckInEndpoints.SUBMIT, upload).results();
  }

  /** After a failure: never before the engine allows it. */
  private void waitLonger(@Nullable Duration retryAfter) {
    Duration pause = backoff.next();
    notBefore =
        real.instant()
            .plus(retryAfter != null && retryAfter.compareTo(pause) > 0 ? retryAfter : pause);
  }

  private void waitNoMore() {
    backoff.reset();
    notBefore = Instant.MIN;
  }

  private void answered(List<Queued> batch, List<VerdictList.Result> results) {
    int today = facts.dayOf(clock.campaignTime(real.instant()));
    List<Queued> settled = answers.settle(batch, results, today);
    queue.removeAll(settled);
    if (settled.size() == batch.size()) {
      waitNoMore();
    } else {
      waitLonger(null);
    }
  }

  private void repeat(List<Queued> batch) {
    counts.posted();
    try {
      answers.repeated(batch, post(api, real.instant(), batch));
    } catch (ApiRefusal _) {
      // Settled before.
    }
  }

  private void voidCheckIn(Instant now, PhoneAction.Withdraw withdraw) {
    String id = withdraw.visit().id().toString();
    if (!answers.hasTaken(withdraw.visit().id())) {
      counts.surprise("%s: %s was never taken".formatted(plan.team(), id));
      withdrawals.removeFirst();
      return;
    }
    try {
      var _ = api.send(caller, CheckInEndpoints.VOID, new VoidOrder(withdraw.reason()), id);
      if (PostOutcome.any(random) == PostOutcome.ANSWER_LOST) {
        waitLonger(null);
      } else {
        counts.withdrawn(withdraw.visit().id());
        withdrawals.removeFirst();
        waitNoMore();
      }
    } catch (ApiRefusal refusal) {
      if (refusal.isForNow()) {
        waitLonger(refusal.retryAfter());
        return;
      }
      if (!isLate(now, withdraw.visit())) {
        counts.surprise(
            "%s: %s not voided: %d %s"
                .formatted(plan.team(), id, refusal.status(), refusal.code()));
      }
      withdrawals.removeFirst();
    }
  }

  /** Whether the team's two days for voiding an entry may be over. */
  private boolean isLate(Instant now, Visit visit) {
    return facts.dayOf(clock.campaignTime(now)) >= facts.dayOf(visit.happenedAt()) + 2;
  }

  private OffsetDateTime sentAt(Instant now) {
    return plan.shown(clock.campaignTime(now)).atZone(facts.zone()).toOffsetDateTime();
  }
}
