package vn.gocua.rehearsal.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import vn.gocua.rehearsal.counts.ExpectedCounts;
import vn.gocua.rehearsal.counts.Tallied.Counted;
import vn.gocua.rehearsal.plan.CampaignFacts;
import vn.gocua.rehearsal.plan.PhoneAction;
import vn.gocua.rehearsal.plan.PhonePlan;
import vn.gocua.rehearsal.plan.PostOutcome;
import vn.gocua.rehearsal.plan.RehearsalClock;
import vn.gocua.rehearsal.plan.Visit;

/**
 * A team's phone: enters what its plan says when its time comes, and sends when there is a network.
 */
public final class Phone {
  private static final int MOST_AT_ONCE = 500;

  /** How long a post that is cut off has: sometimes enough to reach the engine, sometimes not. */
  private static final Duration CUT_OFF = Duration.ofMillis(4);

  private final PhonePlan plan;
  private final CampaignFacts facts;
  private final RehearsalClock clock;
  private final InstantSource real;
  private final EngineApi api;
  private final String token;
  private final ExpectedCounts counts;
  private final Answers answers;
  private final SplittableRandom random;
  private final BackOff backOff;
  private final List<Queued> queue = new ArrayList<>();
  private final List<PhoneAction.Withdraw> withdrawals = new ArrayList<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private int nextAction;

  /** What all phones share. */
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
    this.token = token;
    this.facts = surroundings.facts();
    this.clock = surroundings.clock();
    this.real = surroundings.real();
    this.api = surroundings.api();
    this.counts = surroundings.counts();
    this.answers = new Answers(plan.team() + "/" + plan.number(), counts);
    this.random = new SplittableRandom(plan.seed());
    this.backOff = new BackOff(random);
  }

  /** What is entered and not yet answered. */
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
        Item item = Item.of(visit, plan, facts).with(wrong.error(), visit, plan, facts);
        queue.add(new Queued(visit.id(), item, Queued.Expected.REJECTED, counted(visit), null));
      }
      case PhoneAction.Contradict(_, Visit altered) -> queue(altered, Queued.Expected.CONFLICT);
      case PhoneAction.Correct(_, Visit correction) -> queue(correction, Queued.Expected.TAKEN);
      case PhoneAction.Withdraw withdraw -> withdrawals.add(withdraw);
    }
  }

  private void queue(Visit visit, Queued.Expected expected) {
    Item item = Item.of(visit, plan, facts);
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

  /** When something can be sent; empty if now. */
  private Optional<Instant> busyUntil(Instant now) {
    Optional<Instant> online = plan.offlineUntil(clock.campaignTime(now)).map(clock::realTime);
    if (online.isPresent()) {
      return online;
    }
    return now.isBefore(backOff.notBefore()) ? Optional.of(backOff.notBefore()) : Optional.empty();
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

  private void send(Instant now) throws InterruptedException {
    if (queue.isEmpty()) {
      takeBack(now, withdrawals.getFirst());
    } else {
      sendBatch(now, List.copyOf(queue.subList(0, Math.min(queue.size(), MOST_AT_ONCE))));
    }
  }

  private void sendBatch(Instant now, List<Queued> batch) throws InterruptedException {
    PostOutcome outcome = PostOutcome.any(random);
    Reply<List<Wire.Result>> reply =
        outcome == PostOutcome.CUT_OFF
            ? api.checkIns(token, sentAt(now), items(batch), CUT_OFF)
            : api.checkIns(token, sentAt(now), items(batch));
    counts.posted();
    switch (reply) {
      case Reply.Answered<List<Wire.Result>> _ when outcome == PostOutcome.ANSWER_LOST -> {
        counts.lostAnswer();
        backOff.failed(real.instant(), null);
      }
      case Reply.Answered<List<Wire.Result>>(List<Wire.Result> results) -> {
        answered(batch, results);
        if (outcome == PostOutcome.REPEATED) {
          repeat(batch);
        }
      }
      case Reply.Unanswered<List<Wire.Result>> _ -> {
        counts.lostAnswer();
        backOff.failed(real.instant(), null);
      }
      case Reply.Refused<List<Wire.Result>> refused when refused.isForNow() ->
          backOff.failed(real.instant(), refused.retryAfter());
      case Reply.Refused<List<Wire.Result>> refused -> {
        counts.surprise(
            "%s: a whole post refused: %d %s"
                .formatted(plan.team(), refused.status(), refused.code()));
        queue.removeAll(batch);
      }
    }
    batch.forEach(Queued::markTried);
  }

  private void answered(List<Queued> batch, List<Wire.Result> results) {
    int today = facts.dayOf(clock.campaignTime(real.instant()));
    List<Queued> settled = answers.settle(batch, results, today);
    queue.removeAll(settled);
    if (settled.size() == batch.size()) {
      backOff.succeeded();
    } else {
      backOff.failed(real.instant(), null);
    }
  }

  private void repeat(List<Queued> batch) throws InterruptedException {
    counts.posted();
    if (api.checkIns(token, sentAt(real.instant()), items(batch))
        instanceof Reply.Answered<List<Wire.Result>>(List<Wire.Result> results)) {
      answers.repeated(batch, results);
    }
  }

  private void takeBack(Instant now, PhoneAction.Withdraw withdraw) throws InterruptedException {
    String id = withdraw.visit().id().toString();
    if (!answers.hasTaken(withdraw.visit().id())) {
      counts.surprise("%s: %s was never taken".formatted(plan.team(), id));
      withdrawals.removeFirst();
      return;
    }
    switch (api.takeBack(token, id, withdraw.reason())) {
      case Reply.Answered<Instant> _ when PostOutcome.any(random) == PostOutcome.ANSWER_LOST ->
          backOff.failed(now, null);
      case Reply.Answered<Instant> _ -> {
        counts.withdrawn(withdraw.visit().id());
        withdrawals.removeFirst();
        backOff.succeeded();
      }
      case Reply.Unanswered<Instant> _ -> backOff.failed(real.instant(), null);
      case Reply.Refused<Instant> refused when refused.isForNow() ->
          backOff.failed(real.instant(), refused.retryAfter());
      case Reply.Refused<Instant> _ when isLate(now, withdraw.visit()) -> withdrawals.removeFirst();
      case Reply.Refused<Instant> refused -> {
        counts.surprise(
            "%s: %s not taken back: %d %s"
                .formatted(plan.team(), id, refused.status(), refused.code()));
        withdrawals.removeFirst();
      }
    }
  }

  /** Whether it may be too late for a team to take an entry back: it has two days. */
  private boolean isLate(Instant now, Visit visit) {
    return facts.dayOf(clock.campaignTime(now)) >= facts.dayOf(visit.happenedAt()) + 2;
  }

  private OffsetDateTime sentAt(Instant now) {
    return plan.shown(clock.campaignTime(now)).atZone(facts.zone()).toOffsetDateTime();
  }

  private static List<Item> items(List<Queued> batch) {
    return batch.stream().map(Queued::item).toList();
  }
}
