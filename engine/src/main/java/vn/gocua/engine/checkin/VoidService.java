package vn.gocua.engine.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInVoided;
import vn.gocua.engine.checkin.event.CheckInFact.VoidReception;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;

/** Voids check-ins, each at most once, by an event that carries the inverse. */
public final class VoidService {
  /** How long a team may void its own check-in; a leader may at any time. */
  public static final Duration TEAMS_TIME = Duration.ofDays(2);

  private final Campaign campaign;
  private final Journal journal;
  private final GroupCommit commit;

  public VoidService(Campaign campaign, Journal journal, GroupCommit commit) {
    this.campaign = campaign;
    this.journal = journal;
    this.commit = commit;
  }

  /**
   * Author of a void.
   *
   * @param team null for a leader, who may void any team's
   */
  public record Actor(String by, @Nullable String team) {}

  /** Outcome of a void. */
  public enum Outcome {
    VOIDED,
    NO_SUCH_CHECK_IN,
    NOT_YOUR_TEAMS,
    TOO_LATE
  }

  /** Voids without counting for a quota. */
  public Outcome voidCheckIn(String checkInId, VoidReason reason, Actor actor, Instant now) {
    return voidCheckIn(checkInId, reason, actor, now, () -> {});
  }

  /**
   * Voids a check-in; a repeat changes nothing. Blocks until the void is durable.
   *
   * @param first runs before anything new is recorded; if it throws, nothing is
   */
  public Outcome voidCheckIn(
      String checkInId, VoidReason reason, Actor actor, Instant now, Runnable first) {
    Event recorded = find(checkInId);
    if (recorded == null) {
      return Outcome.NO_SUCH_CHECK_IN;
    }
    if (actor.team() != null && !actor.team().equals(TallyKey.of(recorded.stream()).team())) {
      return Outcome.NOT_YOUR_TEAMS;
    }
    CheckInRecorded fact = (CheckInRecorded) CheckInEvents.fact(recorded);
    boolean late = actor.team() != null && isLate(fact, now);
    boolean again = !journal.find(List.of(CheckInEvents.voidId(recorded.id()))).isEmpty();
    if (late) {
      return again ? Outcome.VOIDED : Outcome.TOO_LATE;
    }
    if (!again) {
      first.run();
    }
    Event voided =
        CheckInEvents.voided(
            recorded, fact, new VoidReception(reason.code(), now, actor.by(), null));
    GroupCommit.join(commit.append(List.of(voided)));
    return Outcome.VOIDED;
  }

  /** Whether a correction may void its target. */
  sealed interface CorrectionPlan {
    /**
     * It may, if its claim is the first.
     *
     * @param claim to be appended before all else; in conflict if another correction was quicker
     * @param voided the void that goes with the correction
     */
    record Granted(Event claim, Event voided) implements CorrectionPlan {}

    record Denied(Rejection rejection) implements CorrectionPlan {
      /** Another correction was quicker. */
      static Denied lost(String replaces) {
        return new Denied(Rejection.of("already-corrected", replaces));
      }

      /** The check-in to replace does not exist. */
      static Denied unknown(String replaces) {
        return new Denied(Rejection.of("unknown-replaces", replaces));
      }
    }
  }

  /**
   * The target of a correction.
   *
   * @param recorded the journal's event under its id, or the one appended before the correction
   * @param voided its void, if there is one
   */
  record Replaced(String id, @Nullable Event recorded, @Nullable Event voided) {}

  /**
   * Plans the replacement of a check-in, which only one correction may do.
   *
   * @param again whether the correction is in the journal already: its time does not run out, so
   *     that a void that a crash left out can follow
   */
  CorrectionPlan planCorrection(
      String id, Replaced replaced, Submission submission, boolean again) {
    String replaces = replaced.id();
    Event recorded = replaced.recorded();
    if (recorded == null || !isCheckIn(recorded)) {
      return CorrectionPlan.Denied.unknown(replaces);
    }
    TallyKey key = TallyKey.of(recorded.stream());
    CheckInRecorded fact = (CheckInRecorded) CheckInEvents.fact(recorded);
    boolean late = !again && !submission.atAnyTime() && isLate(fact, submission.receivedAt());
    if (!key.team().equals(submission.team()) || late) {
      return CorrectionPlan.Denied.unknown(replaces);
    }
    String other = replacedBy(replaced.voided());
    if (other != null && !other.equals(id)) {
      return CorrectionPlan.Denied.lost(replaces);
    }
    VoidReception reception =
        new VoidReception(VoidReason.MISTAKE.code(), submission.receivedAt(), submission.by(), id);
    return new CorrectionPlan.Granted(
        CheckInEvents.replaced(recorded.id(), key, id),
        CheckInEvents.voided(recorded, fact, reception));
  }

  /** The winner by the void, in journals without claims. */
  private static @Nullable String replacedBy(@Nullable Event voided) {
    return voided != null && CheckInEvents.fact(voided) instanceof CheckInVoided fact
        ? fact.reception().replacedBy()
        : null;
  }

  private @Nullable Event find(String checkInId) {
    Event event = journal.find(List.of(checkInId)).get(checkInId);
    return event != null && isCheckIn(event) ? event : null;
  }

  private boolean isCheckIn(Event event) {
    return CheckInEvents.isRecorded(event)
        && event.stream().startsWith(TallyKey.prefix(campaign.id()));
  }

  private static boolean isLate(CheckInRecorded fact, Instant now) {
    return now.isAfter(fact.reception().receivedAt().plus(TEAMS_TIME));
  }
}
