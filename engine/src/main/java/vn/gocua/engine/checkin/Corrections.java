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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.checkin.Verdict.Outcome;
import vn.gocua.engine.checkin.VoidService.CorrectionPlan;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;

/**
 * Appends the corrections of an upload. Claims go first; then each winning correction goes in
 * together with the void of its target. A chain of corrections needs no more appends than
 * independent ones.
 */
final class Corrections {
  private final Journal journal;
  private final GroupCommit commit;
  private final VoidService voids;
  private final Placing placing;

  Corrections(Journal journal, GroupCommit commit, VoidService voids, Placing placing) {
    this.journal = journal;
    this.commit = commit;
    this.voids = voids;
    this.placing = placing;
  }

  /** A correction that may replace its target if its claim is the first. */
  private static final class Planned {
    private final Decision correction;
    private final Event claim;
    private final Event voided;

    /** The correction before it in a chain, if both are appended together; else null. */
    private final @Nullable Planned before;

    /** Repeats of it in this upload. They get its verdict. */
    private final List<Decision> twins = new ArrayList<>();

    private boolean won;
    private boolean waits;

    Planned(Decision correction, Event claim, Event voided, @Nullable Planned before) {
      this.correction = correction;
      this.claim = claim;
      this.voided = voided;
      this.before = before;
    }

    /** The correction and its repeats. */
    private List<Decision> all() {
      return Stream.concat(Stream.of(correction), twins.stream()).toList();
    }
  }

  /** Third step of a batch: appends its corrections. Blocks until the accepted ones are durable. */
  void append(CheckInBatch batch) {
    List<Decision> left = batch.corrections();
    while (!left.isEmpty()) {
      List<Decision> later = new ArrayList<>();
      List<Planned> planned = plan(batch, left, later);
      // The second append follows on the writer's thread, so that no later claim overtakes it.
      GroupCommit.join(
          commit
              .append(planned.stream().map(p -> p.claim).toList())
              .thenCompose(claims -> appendPairs(batch, winners(batch, planned, claims, later))));
      left = later;
    }
  }

  /** Judges each after its target. Those in a ring have no target. */
  private List<Planned> plan(CheckInBatch batch, List<Decision> corrections, List<Decision> later) {
    Map<String, Event> stored = stored(corrections);
    Map<String, Planned> planned = new LinkedHashMap<>();
    for (Decision correction : inOrder(corrections)) {
      Planned first = planned.get(correction.event().id());
      if (first != null) {
        // The same id twice: the first one's verdict holds for both.
        (isHeld(correction, stored) ? first.twins : later).add(correction);
      } else {
        plan(batch, correction, stored, planned);
      }
    }
    return List.copyOf(planned.values());
  }

  /** Each after its target; those in a ring as they came. */
  private static List<Decision> inOrder(List<Decision> corrections) {
    Set<String> ids = corrections.stream().map(d -> d.event().id()).collect(Collectors.toSet());
    Map<String, List<Decision>> waiting = new LinkedHashMap<>();
    Deque<Decision> ready = new ArrayDeque<>();
    for (Decision correction : corrections) {
      if (ids.contains(replaces(correction))) {
        waiting.computeIfAbsent(replaces(correction), _ -> new ArrayList<>()).add(correction);
      } else {
        ready.add(correction);
      }
    }
    List<Decision> ordered = new ArrayList<>();
    while (!ready.isEmpty() || !waiting.isEmpty()) {
      if (ready.isEmpty()) {
        waiting.values().forEach(ready::addAll);
        waiting.clear();
      }
      Decision next = ready.remove();
      ordered.add(next);
      List<Decision> freed = waiting.remove(next.event().id());
      if (freed != null) {
        ready.addAll(freed);
      }
    }
    return ordered;
  }

  private static boolean isHeld(Decision correction, Map<String, Event> stored) {
    Event held = stored.get(correction.event().id());
    return held != null && held.hasSameContent(correction.event());
  }

  private void plan(
      CheckInBatch batch,
      Decision correction,
      Map<String, Event> stored,
      Map<String, Planned> planned) {
    String id = correction.event().id();
    Event held = stored.get(id);
    if (held != null && !held.hasSameContent(correction.event())) {
      batch.settle(correction, Verdict.of(id, Outcome.CONFLICT));
      return;
    }
    String replaces = replaces(correction);
    Planned before = stored.containsKey(replaces) ? null : planned.get(replaces);
    VoidService.Replaced replaced =
        new VoidService.Replaced(
            replaces,
            before == null ? stored.get(replaces) : before.correction.event(),
            stored.get(CheckInEvents.voidId(replaces)));
    switch (voids.planCorrection(id, replaced, batch.submission(), held != null)) {
      case CorrectionPlan.Denied(Rejection why) -> reject(batch, correction, why);
      case CorrectionPlan.Granted(Event claim, Event voided) -> {
        Event first = stored.get(claim.id());
        if (first != null && !first.hasSameContent(claim)) {
          // Lost: neither it nor its successors leave a claim in the journal.
          batch.reject(correction, CorrectionPlan.Denied.lost(replaces).rejection());
        } else {
          planned.put(id, new Planned(correction, claim, voided, before));
        }
      }
    }
  }

  /** All that has to be known of the journal, in one reading. */
  private Map<String, Event> stored(List<Decision> corrections) {
    Set<String> ids = new TreeSet<>();
    for (Decision correction : corrections) {
      ids.add(correction.event().id());
      ids.add(replaces(correction));
      ids.add(CheckInEvents.voidId(replaces(correction)));
      ids.add(CheckInEvents.replacedId(replaces(correction)));
    }
    return new HashMap<>(journal.find(ids));
  }

  private static String replaces(Decision correction) {
    return Objects.requireNonNull(correction.checkIn().replaces());
  }

  private void reject(CheckInBatch batch, Decision correction, Rejection why) {
    batch.reject(correction, waits(batch, correction) ? Placing.ENGINE_CLOCK : why);
  }

  /** Whether a correction's target may still arrive, or the engine's clock can't judge it. */
  private boolean waits(CheckInBatch batch, Decision correction) {
    return placing.isDoubtful()
        || batch.rejected().stream()
            .anyMatch(other ->
                Placing.ENGINE_CLOCK.equals(other.rejection())
                    && other.event().id().equals(correction.checkIn().replaces()));
  }

  /**
   * The corrections whose claim was the first. A claim also names the target's day as its first
   * sender saw it. If the target is not in the journal and the days differ, the correction waits.
   */
  private List<Planned> winners(
      CheckInBatch batch, List<Planned> planned, List<Appended> claims, List<Decision> later) {
    List<Planned> won = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      Planned each = planned.get(i);
      Planned before = each.before;
      String replaces = replaces(each.correction);
      Appended claim = claims.get(i);
      if (before != null && !before.won && !before.waits) {
        Rejection unknown = CorrectionPlan.Denied.unknown(replaces).rejection();
        each.all().forEach(correction -> reject(batch, correction, unknown));
      } else if (claim instanceof Appended.Conflict) {
        Rejection lost = CorrectionPlan.Denied.lost(replaces).rejection();
        each.all().forEach(correction -> batch.reject(correction, lost));
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

  private CompletableFuture<?> appendPairs(CheckInBatch batch, List<Planned> won) {
    return commit
        .append(
            won.stream().flatMap(pair -> Stream.of(pair.correction.event(), pair.voided)).toList())
        .thenAccept(outcomes -> {
          for (int i = 0; i < won.size(); i++) {
            for (Decision each : won.get(i).all()) {
              batch.settle(each, Verdict.of(outcomes.get(2 * i)));
            }
          }
        });
  }
}
