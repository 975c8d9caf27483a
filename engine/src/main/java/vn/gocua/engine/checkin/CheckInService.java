package vn.gocua.engine.checkin;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.Reception;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;

/** Judges check-ins and appends them to the journal: every item by itself, each only once. */
public final class CheckInService {
  private final Campaign campaign;
  private final Placing placing;
  private final CheckInRules rules;
  private final Journal journal;
  private final GroupCommit commit;
  private final Corrections corrections;
  private final Executor blocking;

  /**
   * A service with a reliable clock.
   *
   * @param blocking where the journal may be read
   */
  public CheckInService(
      Campaign campaign,
      Journal journal,
      GroupCommit commit,
      VoidService voids,
      Executor blocking) {
    this(campaign, journal, commit, voids, blocking, EngineClock.unwatched(), () -> false);
  }

  /**
   * A service with a clock that may be wrong.
   *
   * @param clock judges the engine's clock
   * @param severalPhones whether there are other phones to confirm it
   */
  public CheckInService(
      Campaign campaign,
      Journal journal,
      GroupCommit commit,
      VoidService voids,
      Executor blocking,
      EngineClock clock,
      BooleanSupplier severalPhones) {
    this.placing = new Placing(campaign, clock, severalPhones);
    this.campaign = campaign;
    this.rules = new CheckInRules(campaign);
    this.journal = journal;
    this.commit = commit;
    this.blocking = blocking;
    this.corrections = new Corrections(journal, commit, voids, placing);
  }

  /**
   * Processes a batch: judge, append, correct, look up. Most batches are done once they are
   * appended and hold no thread; the others go on where they may block.
   *
   * @return a verdict for every item, in order, once the accepted ones are durable. Fails as {@link
   *     GroupCommit#append} does; the fate of every item is unknown then.
   */
  public CompletableFuture<List<Verdict>> submit(Submission submission, List<BatchItem> items) {
    CheckInBatch batch = judge(submission, items);
    CompletableFuture<?> appended = append(batch);
    if (!batch.isDoneOnceAppended()) {
      appended =
          appended.thenRunAsync(
              () -> {
                corrections.append(batch);
                lookUp(batch);
              },
              blocking);
    }
    return appended.thenApply(_ -> batch.verdicts());
  }

  /** Whether an upload would add nothing to the journal. Reads it where that may block. */
  CompletableFuture<Boolean> addsNothing(Submission submission, List<BatchItem> items) {
    return CompletableFuture.supplyAsync(
        () -> {
          CheckInBatch batch = judge(submission, items);
          Set<String> open = new HashSet<>();
          batch.plain().forEach(decision -> open.add(decision.event().id()));
          batch.corrections().forEach(decision -> open.add(decision.event().id()));
          return journal.find(open).keySet().containsAll(open);
        },
        blocking);
  }

  /** First step: where each item belongs, and whether it breaks a rule. Reads nothing. */
  private CheckInBatch judge(Submission submission, List<BatchItem> items) {
    CheckInBatch batch = new CheckInBatch(submission, items.size());
    for (int i = 0; i < items.size(); i++) {
      switch (items.get(i)) {
        case BatchItem.Entered entered -> batch.add(decide(submission, entered, i));
        case BatchItem.Unreadable item -> batch.add(i, item);
      }
    }
    return batch;
  }

  private Decision decide(Submission submission, BatchItem.Entered entered, int index) {
    CheckIn checkIn = entered.checkIn();
    Placing.Place place = placing.of(checkIn, entered.clockOffsetSeconds(), submission);
    Instant at = place.at();
    String stream = new TallyKey(campaign.id(), submission.team(), campaign.dateOf(at)).stream();
    Reception reception =
        new Reception(
            at,
            submission.receivedAt(),
            submission.sentAt(),
            submission.by(),
            submission.channel());
    Event event =
        CheckInEvents.recorded(entered.id(), stream, new CheckInRecorded(checkIn, reception));
    return new Decision(index, event, checkIn, rejection(checkIn, place));
  }

  /** Rejects by rules. While the time is in doubt, only rules that hold at any time reject. */
  private @Nullable Rejection rejection(CheckIn checkIn, Placing.Place place) {
    Rejection broken = rules.brokenAtAnyTime(checkIn).orElse(null);
    if (broken != null) {
      return broken;
    }
    Rejection late = rules.broken(checkIn, place.at(), place.now()).orElse(null);
    return place.sure() && (late == null || place.mayRefuse()) ? late : Placing.ENGINE_CLOCK;
  }

  /** Second step: appends the accepted items that replace nothing. */
  private CompletableFuture<?> append(CheckInBatch batch) {
    List<Decision> plain = batch.plain();
    return commit
        .append(plain.stream().map(Decision::event).toList())
        .thenAccept(outcomes -> {
          for (int i = 0; i < plain.size(); i++) {
            batch.settle(plain.get(i), Verdict.of(outcomes.get(i)));
          }
        });
  }

  /**
   * Last step: looks rejected items up. A recorded item is not rejected, whatever the rules are
   * today. Waits for appends in progress: the same item may be among them. Blocks.
   */
  private void lookUp(CheckInBatch batch) {
    List<String> ids = batch.idsToLookUp();
    if (ids.isEmpty()) {
      return;
    }
    GroupCommit.join(commit.barrier());
    Map<String, Event> stored = journal.find(ids);
    for (Decision decision : batch.rejected()) {
      Event event = decision.event();
      Event held = stored.get(event.id());
      batch.settle(
          decision,
          held != null
              ? Verdict.of(Appended.taken(event, held))
              : Verdict.rejected(event.id(), Objects.requireNonNull(decision.rejection())));
    }
    batch.settleUnreadable(stored.keySet());
  }
}
