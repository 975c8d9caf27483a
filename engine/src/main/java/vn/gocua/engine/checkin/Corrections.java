package vn.gocua.engine.checkin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.checkin.Verdict.Outcome;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;

/**
 * Appends the corrections of an upload: claims first, then each correction that won goes in
 * together with the void of what it replaces. A chain of corrections, each of the one before, takes
 * no more appends than corrections of different check-ins.
 */
final class Corrections {
  private final Journal journal;
  private final GroupCommit commit;
  private final VoidService voids;
  private final Placing placing;
  private final Executor blocking;

  /**
   * @param blocking where the journal may be read
   */
  Corrections(
      Journal journal, GroupCommit commit, VoidService voids, Placing placing, Executor blocking) {
    this.journal = journal;
    this.commit = commit;
    this.voids = voids;
    this.placing = placing;
    this.blocking = blocking;
  }

  /** A correction that may take back what it replaces, once its claim is the first. */
  private static final class Planned {
    private final Decision correction;
    private final Event claim;
    private final Event voided;

    /** What it replaces, if that is to be appended with it; null if that is in the journal. */
    private final @Nullable Planned before;

    /** The same again in this upload, where the journal has it: what it comes to holds for them. */
    private final List<Decision> twins = new ArrayList<>();

    private boolean won;
    private boolean waits;

    Planned(Decision correction, Event claim, Event voided, @Nullable Planned before) {
      this.correction = correction;
      this.claim = claim;
      this.voided = voided;
      this.before = before;
    }

    /** It and its twins. */
    private List<Decision> all() {
      return Stream.concat(Stream.of(correction), twins.stream()).toList();
    }
  }

  /**
   * Takes the corrections of one upload. Blocks to read the journal.
   *
   * @param refused those that are refused are added to it
   * @param verdicts where those of the others go
   */
  CompletableFuture<?> append(
      CheckInService.Submission submission,
      List<Decision> corrections,
      List<Decision> refused,
      @Nullable Verdict[] verdicts) {
    List<Decision> later = new ArrayList<>();
    List<Planned> planned = plan(submission, corrections, refused, verdicts, later);
    // The second append follows at once, on the writer's thread: nobody who claimed later is first.
    CompletableFuture<?> appended =
        commit
            .append(planned.stream().map(p -> p.claim).toList())
            .thenCompose(claims -> appendPairs(winners(planned, claims, refused, later), verdicts));
    return appended.thenComposeAsync(
        _ ->
            later.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : append(submission, later, refused, verdicts),
        blocking);
  }

  /** Judges each after what it replaces; those in a ring have nothing to replace. */
  private List<Planned> plan(
      CheckInService.Submission submission,
      List<Decision> corrections,
      List<Decision> refused,
      @Nullable Verdict[] verdicts,
      List<Decision> later) {
    Map<String, Event> stored = stored(corrections);
    Set<String> ids = corrections.stream().map(j -> j.event().id()).collect(Collectors.toSet());
    Map<String, List<Decision>> waiting = new LinkedHashMap<>();
    Deque<Decision> ready = new ArrayDeque<>();
    for (Decision judged : corrections) {
      if (ids.contains(replaces(judged))) {
        waiting.computeIfAbsent(replaces(judged), _ -> new ArrayList<>()).add(judged);
      } else {
        ready.add(judged);
      }
    }
    Map<String, Planned> planned = new LinkedHashMap<>();
    while (!ready.isEmpty() || !waiting.isEmpty()) {
      if (ready.isEmpty()) {
        waiting.values().forEach(ready::addAll);
        waiting.clear();
      }
      Decision judged = ready.remove();
      String id = judged.event().id();
      Planned first = planned.get(id);
      if (first != null) {
        // The same id twice: what the first comes to decides, and the journal has it then.
        (isHeld(judged, stored) ? first.twins : later).add(judged);
        continue;
      }
      plan(submission, judged, stored, planned, refused, verdicts);
      List<Decision> next = waiting.remove(id);
      if (next != null) {
        ready.addAll(next);
      }
    }
    return List.copyOf(planned.values());
  }

  private static boolean isHeld(Decision judged, Map<String, Event> stored) {
    Event held = stored.get(judged.event().id());
    return held != null && held.hasSameContent(judged.event());
  }

  private void plan(
      CheckInService.Submission submission,
      Decision judged,
      Map<String, Event> stored,
      Map<String, Planned> planned,
      List<Decision> refused,
      @Nullable Verdict[] verdicts) {
    String id = judged.event().id();
    Event held = stored.get(id);
    if (held != null && !held.hasSameContent(judged.event())) {
      verdicts[judged.index()] = Verdict.of(id, Outcome.CONFLICT);
      return;
    }
    String replaces = replaces(judged);
    Planned before = stored.containsKey(replaces) ? null : planned.get(replaces);
    VoidService.Replaced replaced =
        new VoidService.Replaced(
            replaces,
            before == null ? stored.get(replaces) : before.correction.event(),
            stored.get(CheckInEvents.voidId(replaces)));
    switch (voids.planCorrection(id, replaced, submission, held != null)) {
      case VoidService.CorrectionPlan.Denied(Refusal refusal) -> refuse(judged, refusal, refused);
      case VoidService.CorrectionPlan.Granted(Event claim, Event voided) -> {
        Event first = stored.get(claim.id());
        if (first != null && !first.hasSameContent(claim)) {
          // Lost already: neither it nor what hangs on it leaves a claim in the journal.
          refused.add(judged.but(VoidService.CorrectionPlan.Denied.lost(replaces).refusal()));
        } else {
          planned.put(id, new Planned(judged, claim, voided, before));
        }
      }
    }
  }

  /** All that has to be known of the journal, in one reading. */
  private Map<String, Event> stored(List<Decision> corrections) {
    Set<String> ids = new TreeSet<>();
    for (Decision judged : corrections) {
      ids.add(judged.event().id());
      ids.add(replaces(judged));
      ids.add(CheckInEvents.voidId(replaces(judged)));
      ids.add(CheckInEvents.replacedId(replaces(judged)));
    }
    return new HashMap<>(journal.find(ids));
  }

  private static String replaces(Decision correction) {
    return Objects.requireNonNull(correction.checkIn().replaces());
  }

  private void refuse(Decision judged, Refusal refusal, List<Decision> refused) {
    refused.add(judged.but(waits(judged, refused) ? Placing.ENGINE_CLOCK : refusal));
  }

  /** Whether what a correction replaces may still come, or the engine's clock can't judge it. */
  private boolean waits(Decision correction, List<Decision> refused) {
    return placing.isDoubtful()
        || refused.stream()
            .anyMatch(other ->
                Placing.ENGINE_CLOCK.equals(other.refusal())
                    && other.event().id().equals(correction.checkIn().replaces()));
  }

  /**
   * Those whose claim was the first. A claim also says on which day its first sender saw what is to
   * be replaced: where that is not in the journal yet and the days differ, it is waited for.
   */
  private List<Planned> winners(
      List<Planned> planned, List<Appended> claims, List<Decision> refused, List<Decision> later) {
    List<Planned> won = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      Planned each = planned.get(i);
      Planned before = each.before;
      String replaces = replaces(each.correction);
      Appended claim = claims.get(i);
      if (before != null && !before.won && !before.waits) {
        Refusal unknown = VoidService.CorrectionPlan.Denied.unknown(replaces).refusal();
        each.all().forEach(judged -> refuse(judged, unknown, refused));
      } else if (claim instanceof Appended.Conflict) {
        Refusal lost = VoidService.CorrectionPlan.Denied.lost(replaces).refusal();
        each.all().forEach(judged -> refused.add(judged.but(lost)));
      } else if (before != null
          && (before.waits || !claim.stored().stream().equals(each.claim.stream()))) {
        each.waits = true;
        later.addAll(each.all());
      } else {
        each.won = true;
        won.add(each);
      }
    }
    return won;
  }

  private CompletableFuture<?> appendPairs(List<Planned> won, @Nullable Verdict[] verdicts) {
    return commit
        .append(
            won.stream().flatMap(pair -> Stream.of(pair.correction.event(), pair.voided)).toList())
        .thenAccept(outcomes -> {
          for (int i = 0; i < won.size(); i++) {
            for (Decision each : won.get(i).all()) {
              verdicts[each.index()] = Verdict.of(outcomes.get(2 * i));
            }
          }
        });
  }
}
