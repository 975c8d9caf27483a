package vn.gocua.engine.checkin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.CheckInFact.Receipt;
import vn.gocua.engine.checkin.Verdict.Outcome;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;

/** Judges check-ins and has the journal take them: every item by itself, each once for ever. */
public final class CheckInDesk {
  private final Campaign campaign;
  private final Placing placing;
  private final CheckInRules rules;
  private final Journal journal;
  private final GroupCommit commit;
  private final VoidDesk voids;
  private final Executor blocking;

  /**
   * @param blocking where the journal may be read
   */
  public CheckInDesk(
      Campaign campaign, Journal journal, GroupCommit commit, VoidDesk voids, Executor blocking) {
    this(campaign, journal, commit, voids, blocking, EngineClock.unwatched(), () -> false);
  }

  /**
   * As the other, with a clock that may be wrong.
   *
   * @param clock what the engine's clock is worth
   * @param severalPhones whether there are phones that could bear it out
   */
  public CheckInDesk(
      Campaign campaign,
      Journal journal,
      GroupCommit commit,
      VoidDesk voids,
      Executor blocking,
      EngineClock clock,
      BooleanSupplier severalPhones) {
    this.placing = new Placing(campaign, clock, severalPhones);
    this.campaign = campaign;
    this.rules = new CheckInRules(campaign);
    this.journal = journal;
    this.commit = commit;
    this.voids = voids;
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
  public record Sending(
      String team,
      String by,
      Instant receivedAt,
      @Nullable Instant sentAt,
      @Nullable String channel,
      boolean atAnyTime,
      boolean dated) {

    /** As the other; what may come at any time was dated by a leader. */
    public Sending(
        String team,
        String by,
        Instant receivedAt,
        @Nullable Instant sentAt,
        @Nullable String channel,
        boolean atAnyTime) {
      this(team, by, receivedAt, sentAt, channel, atAnyTime, atAnyTime);
    }

    /** What a leader takes in of a phone's, whose clock nobody can compare any more. */
    static Sending backup(String team, String by, Instant receivedAt) {
      return new Sending(team, by, receivedAt, null, null, true, false);
    }

    /** As the other, in time. */
    public Sending(
        String team,
        String by,
        Instant receivedAt,
        @Nullable Instant sentAt,
        @Nullable String channel) {
      this(team, by, receivedAt, sentAt, channel, false);
    }

    /** As the other, from a phone. */
    public Sending(String team, String by, Instant receivedAt, @Nullable Instant sentAt) {
      this(team, by, receivedAt, sentAt, null, false);
    }
  }

  /** An item that may be appended, or must first be looked up because a rule speaks against it. */
  private record Judged(int index, Event event, CheckIn checkIn, @Nullable Refusal refusal) {
    Judged but(Refusal why) {
      return new Judged(index, event, checkIn, why);
    }
  }

  /**
   * Takes a batch.
   *
   * @return a verdict for every item, in order, once the accepted ones are durable; fails as {@link
   *     GroupCommit#append} does, and then the fate of every item is unknown
   */
  public CompletableFuture<List<Verdict>> submit(Sending sending, List<Submitted> items) {
    @Nullable Verdict[] verdicts = new Verdict[items.size()];
    List<Judged> toAppend = new ArrayList<>();
    List<Judged> corrections = new ArrayList<>();
    List<Judged> refused = new ArrayList<>();
    List<Submitted.Unreadable> unreadable = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      switch (items.get(i)) {
        case Submitted.Entered entered -> {
          Judged judged = judge(sending, entered, i);
          (judged.refusal() != null
                  ? refused
                  : judged.checkIn().replaces() != null ? corrections : toAppend)
              .add(judged);
        }
        case Submitted.Unreadable item -> {
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
              _ -> correct(sending, corrections, refused, verdicts), blocking);
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
   * The same item may be on its way already, sent before its phone died: no «rejected» for that.
   * Who has nothing to look up need not wait for what others have under way.
   */
  private CompletableFuture<?> underWay(boolean nothingToLookUp) {
    return nothingToLookUp ? CompletableFuture.completedFuture(List.of()) : commit.settled();
  }

  private Judged judge(Sending sending, Submitted.Entered entered, int index) {
    CheckIn checkIn = entered.checkIn();
    Placing.Place place = placing.of(checkIn, entered.clockOffsetSeconds(), sending);
    Instant at = place.at();
    String stream = new TallyKey(campaign.id(), sending.team(), campaign.dateOf(at)).stream();
    Receipt receipt =
        new Receipt(at, sending.receivedAt(), sending.sentAt(), sending.by(), sending.channel());
    Event event =
        CheckInEvents.recorded(entered.id(), stream, new CheckInRecorded(checkIn, receipt));
    return new Judged(index, event, checkIn, refusal(checkIn, place));
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

  private CompletableFuture<?> append(List<Judged> judged, @Nullable Verdict[] verdicts) {
    return commit
        .append(judged.stream().map(Judged::event).toList())
        .thenAccept(outcomes -> {
          for (int i = 0; i < judged.size(); i++) {
            verdicts[judged.get(i).index()] = verdict(outcomes.get(i));
          }
        });
  }

  private static Verdict verdict(Appended appended) {
    return Verdict.of(
        appended.stored().id(),
        switch (appended) {
          case Appended.New _ -> Outcome.ACCEPTED;
          case Appended.Duplicate _ -> Outcome.DUPLICATE;
          case Appended.Conflict _ -> Outcome.CONFLICT;
        });
  }

  /** Corrections of corrections in the same batch wait until those are in the journal. */
  private CompletableFuture<?> correct(
      Sending sending,
      List<Judged> corrections,
      List<Judged> refused,
      @Nullable Verdict[] verdicts) {
    Set<String> waitedFor =
        corrections.stream().map(j -> j.event().id()).collect(Collectors.toSet());
    List<Judged> first = new ArrayList<>();
    List<Judged> then = new ArrayList<>();
    corrections.forEach(j -> (waitedFor.contains(j.checkIn().replaces()) ? then : first).add(j));
    if (first.isEmpty()) {
      // They replace each other in a ring: none of them is there.
      return correctNow(sending, corrections, refused, verdicts);
    }
    CompletableFuture<?> corrected = correctNow(sending, first, refused, verdicts);
    return then.isEmpty()
        ? corrected
        : corrected.thenComposeAsync(_ -> correct(sending, then, refused, verdicts), blocking);
  }

  /** A correction that may take back what it replaces, once its claim is the first. */
  private record Pair(Judged correction, Event claim, Event voided) {}

  /** Claims first; then each correction that won goes in together with the void. */
  private CompletableFuture<?> correctNow(
      Sending sending,
      List<Judged> corrections,
      List<Judged> refused,
      @Nullable Verdict[] verdicts) {
    List<Pair> pairs = new ArrayList<>();
    Map<String, Event> stored =
        journal.find(corrections.stream().map(j -> j.event().id()).toList());
    for (Judged judged : corrections) {
      Event held = stored.get(judged.event().id());
      if (held != null && !held.statesTheSameAs(judged.event())) {
        verdicts[judged.index()] = Verdict.of(held.id(), Outcome.CONFLICT);
        continue;
      }
      switch (voids.forCorrection(judged.event().id(), judged.checkIn(), sending, held != null)) {
        case VoidDesk.ForCorrection.Denied(Refusal refusal) ->
            refused.add(judged.but(waits(judged, refused) ? Placing.ENGINE_CLOCK : refusal));
        case VoidDesk.ForCorrection.Granted(Event claim, Event voided) ->
            pairs.add(new Pair(judged, claim, voided));
      }
    }
    return commit
        .append(pairs.stream().map(Pair::claim).toList())
        .thenComposeAsync(
            claims -> appendPairs(winners(pairs, claims, refused), verdicts), blocking);
  }

  /** Whether what a correction replaces may still come, or the engine's clock can't judge it. */
  private boolean waits(Judged correction, List<Judged> refused) {
    return placing.isDoubtful()
        || refused.stream()
            .anyMatch(other ->
                Placing.ENGINE_CLOCK.equals(other.refusal())
                    && other.event().id().equals(correction.checkIn().replaces()));
  }

  private static List<Pair> winners(List<Pair> pairs, List<Appended> claims, List<Judged> refused) {
    List<Pair> won = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Judged correction = pairs.get(i).correction();
      if (claims.get(i) instanceof Appended.Conflict) {
        String replaces = java.util.Objects.requireNonNull(correction.checkIn().replaces());
        refused.add(correction.but(VoidDesk.ForCorrection.Denied.lost(replaces).refusal()));
      } else {
        won.add(pairs.get(i));
      }
    }
    return won;
  }

  private CompletableFuture<?> appendPairs(List<Pair> pairs, @Nullable Verdict[] verdicts) {
    return commit
        .append(
            pairs.stream()
                .flatMap(pair -> Stream.of(pair.correction().event(), pair.voided()))
                .toList())
        .thenAccept(outcomes -> {
          for (int i = 0; i < pairs.size(); i++) {
            verdicts[pairs.get(i).correction().index()] = verdict(outcomes.get(2 * i));
          }
        });
  }

  /** What is in the journal already is not rejected, whatever the rules say today. */
  private void lookUp(List<Submitted> items, List<Judged> refused, @Nullable Verdict[] verdicts) {
    List<String> ids = new ArrayList<>(refused.stream().map(j -> j.event().id()).toList());
    for (Submitted item : items) {
      if (item instanceof Submitted.Unreadable(String id, boolean wellNamed, _)
          && wellNamed
          && id != null) {
        ids.add(id);
      }
    }
    Map<String, Event> stored = journal.find(ids);
    for (Judged judged : refused) {
      Event held = stored.get(judged.event().id());
      verdicts[judged.index()] =
          held != null
              ? verdict(Appended.taken(judged.event(), held))
              : Verdict.rejected(
                  judged.event().id(), java.util.Objects.requireNonNull(judged.refusal()));
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Submitted.Unreadable item && stored.containsKey(item.id())) {
        verdicts[i] = Verdict.of(item.id(), Outcome.CONFLICT);
      }
    }
  }

  private static List<Verdict> complete(@Nullable Verdict[] verdicts) {
    return Arrays.stream(verdicts).map(java.util.Objects::requireNonNull).toList();
  }
}
