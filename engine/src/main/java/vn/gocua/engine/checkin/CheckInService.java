package vn.gocua.engine.checkin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.Verdict.Outcome;
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

/** Judges check-ins and has the journal take them: every item by itself, each once for ever. */
public final class CheckInService {
  private final Campaign campaign;
  private final Placing placing;
  private final CheckInRules rules;
  private final Journal journal;
  private final GroupCommit commit;
  private final Corrections corrections;
  private final Executor blocking;

  /**
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
   * As the other, with a clock that may be wrong.
   *
   * @param clock what the engine's clock is worth
   * @param severalPhones whether there are phones that could bear it out
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
    this.corrections = new Corrections(journal, commit, voids, placing, blocking);
    this.blocking = blocking;
  }

  /**
   * Who sent a batch and when.
   *
   * @param by the device or account
   * @param sentAt by the phone's clock
   * @param channel null for a phone
   * @param atAnyTime whether corrections may come late, as a leader's may
   * @param dated whether a person wrote down the day, and no clock did
   */
  public record Submission(
      String team,
      String by,
      Instant receivedAt,
      @Nullable Instant sentAt,
      @Nullable String channel,
      boolean atAnyTime,
      boolean dated) {

    /** As the other; what may come at any time was dated by a leader. */
    public Submission(
        String team,
        String by,
        Instant receivedAt,
        @Nullable Instant sentAt,
        @Nullable String channel,
        boolean atAnyTime) {
      this(team, by, receivedAt, sentAt, channel, atAnyTime, atAnyTime);
    }

    /** What a leader takes in of a phone's, whose clock nobody can compare any more. */
    static Submission backup(String team, String by, Instant receivedAt) {
      return new Submission(team, by, receivedAt, null, null, true, false);
    }

    /** As the other, in time. */
    public Submission(
        String team,
        String by,
        Instant receivedAt,
        @Nullable Instant sentAt,
        @Nullable String channel) {
      this(team, by, receivedAt, sentAt, channel, false);
    }

    /** As the other, from a phone. */
    public Submission(String team, String by, Instant receivedAt, @Nullable Instant sentAt) {
      this(team, by, receivedAt, sentAt, null, false);
    }
  }

  /**
   * Takes a batch.
   *
   * @return a verdict for every item, in order, once the accepted ones are durable; fails as {@link
   *     GroupCommit#append} does, and then the fate of every item is unknown
   */
  public CompletableFuture<List<Verdict>> submit(Submission submission, List<BatchItem> items) {
    @Nullable Verdict[] verdicts = new Verdict[items.size()];
    List<Decision> toAppend = new ArrayList<>();
    List<Decision> corrections = new ArrayList<>();
    List<Decision> refused = new ArrayList<>();
    List<BatchItem.Unreadable> unreadable = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      switch (items.get(i)) {
        case BatchItem.Entered entered -> {
          Decision judged = judge(submission, entered, i);
          (judged.refusal() != null
                  ? refused
                  : judged.checkIn().replaces() != null ? corrections : toAppend)
              .add(judged);
        }
        case BatchItem.Unreadable item -> {
          verdicts[i] = Verdict.rejected(item.id(), item.refusal());
          if (item.wellNamed()) {
            unreadable.add(item);
          }
        }
      }
    }
    CompletableFuture<?> appended = append(toAppend, verdicts);
    if (!corrections.isEmpty()) {
      appended =
          appended.thenComposeAsync(
              _ -> this.corrections.append(submission, corrections, refused, verdicts), blocking);
    }
    if (!refused.isEmpty() || !unreadable.isEmpty() || !corrections.isEmpty()) {
      appended =
          appended
              .thenCompose(_ -> underWay(refused.isEmpty() && unreadable.isEmpty()))
              .thenRunAsync(() -> lookUp(items, refused, verdicts), blocking);
    }
    return appended.thenApply(_ -> complete(verdicts));
  }

  /**
   * Whether an upload would leave nothing new in the journal: whatever of it is not refused is
   * there already. Blocks.
   */
  boolean addsNothing(Submission submission, List<BatchItem> items) {
    Set<String> open = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof BatchItem.Entered entered
          && judge(submission, entered, i).refusal() == null) {
        open.add(entered.id());
      }
    }
    return journal.find(open).keySet().containsAll(open);
  }

  /**
   * The same item may be on its way already, sent before its phone died: no «rejected» for that.
   * Who has nothing to look up need not wait for what others have under way.
   */
  private CompletableFuture<?> underWay(boolean nothingToLookUp) {
    return nothingToLookUp ? CompletableFuture.completedFuture(List.of()) : commit.barrier();
  }

  private Decision judge(Submission submission, BatchItem.Entered entered, int index) {
    CheckIn checkIn = entered.checkIn();
    Placing.Place place = placing.of(checkIn, entered.clockOffsetSeconds(), submission);
    Instant at = place.at();
    String stream = new TallyKey(campaign.id(), submission.team(), campaign.dateOf(at)).stream();
    Reception receipt =
        new Reception(
            at,
            submission.receivedAt(),
            submission.sentAt(),
            submission.by(),
            submission.channel());
    Event event =
        CheckInEvents.recorded(entered.id(), stream, new CheckInRecorded(checkIn, receipt));
    return new Decision(index, event, checkIn, refusal(checkIn, place));
  }

  /** What can't be placed waits; only rules that hold at any time refuse it meanwhile. */
  private @Nullable Refusal refusal(CheckIn checkIn, Placing.Place place) {
    Refusal broken = rules.brokenAtAnyTime(checkIn).orElse(null);
    if (broken != null) {
      return broken;
    }
    Refusal late = rules.broken(checkIn, place.at(), place.now()).orElse(null);
    return place.sure() && (late == null || place.mayRefuse()) ? late : Placing.ENGINE_CLOCK;
  }

  private CompletableFuture<?> append(List<Decision> judged, @Nullable Verdict[] verdicts) {
    return commit
        .append(judged.stream().map(Decision::event).toList())
        .thenAccept(outcomes -> {
          for (int i = 0; i < judged.size(); i++) {
            verdicts[judged.get(i).index()] = Verdict.of(outcomes.get(i));
          }
        });
  }

  /** What is in the journal already is not rejected, whatever the rules say today. */
  private void lookUp(List<BatchItem> items, List<Decision> refused, @Nullable Verdict[] verdicts) {
    List<String> ids = new ArrayList<>(refused.stream().map(j -> j.event().id()).toList());
    for (BatchItem item : items) {
      if (item instanceof BatchItem.Unreadable(String id, boolean wellNamed, _)
          && wellNamed
          && id != null) {
        ids.add(id);
      }
    }
    Map<String, Event> stored = journal.find(ids);
    for (Decision judged : refused) {
      Event held = stored.get(judged.event().id());
      verdicts[judged.index()] =
          held != null
              ? Verdict.of(Appended.taken(judged.event(), held))
              : Verdict.rejected(
                  judged.event().id(), java.util.Objects.requireNonNull(judged.refusal()));
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof BatchItem.Unreadable item && stored.containsKey(item.id())) {
        verdicts[i] = Verdict.of(item.id(), Outcome.CONFLICT);
      }
    }
  }

  private static List<Verdict> complete(@Nullable Verdict[] verdicts) {
    return Arrays.stream(verdicts).map(java.util.Objects::requireNonNull).toList();
  }
}
