package vn.gocua.engine.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.CheckInFact.VoidReceipt;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;

/** Takes check-ins back: at most once each, by one more event that carries the inverse. */
public final class VoidDesk {
  /** How long a team may take its own check-in back; a leader may at any time. */
  public static final Duration TEAMS_TIME = Duration.ofDays(2);

  private final Campaign campaign;
  private final Journal journal;
  private final GroupCommit commit;

  public VoidDesk(Campaign campaign, Journal journal, GroupCommit commit) {
    this.campaign = campaign;
    this.journal = journal;
    this.commit = commit;
  }

  /**
   * Who takes back.
   *
   * @param team null for a leader, who may take back any team's
   */
  public record Asker(String by, @Nullable String team) {}

  /** What became of the wish. */
  public enum Outcome {
    VOIDED,
    NO_SUCH_CHECK_IN,
    NOT_YOUR_TEAMS,
    TOO_LATE
  }

  /** Takes a check-in back; doing so again changes nothing. Blocks until it is durable. */
  public CompletableFuture<Outcome> takeBack(
      String checkInId, VoidReason reason, Asker asker, Instant now) {
    Event recorded = find(checkInId);
    if (recorded == null) {
      return CompletableFuture.completedFuture(Outcome.NO_SUCH_CHECK_IN);
    }
    if (asker.team() != null && !asker.team().equals(TallyKey.of(recorded.stream()).team())) {
      return CompletableFuture.completedFuture(Outcome.NOT_YOUR_TEAMS);
    }
    CheckInRecorded fact = (CheckInRecorded) CheckInEvents.fact(recorded);
    boolean late = asker.team() != null && isLate(fact, now);
    if (late && !journal.find(List.of(CheckInEvents.voidId(recorded.id()))).isEmpty()) {
      return CompletableFuture.completedFuture(Outcome.VOIDED);
    }
    if (late) {
      return CompletableFuture.completedFuture(Outcome.TOO_LATE);
    }
    Event voided =
        CheckInEvents.voided(recorded, fact, new VoidReceipt(reason.code(), now, asker.by()));
    return commit.append(List.of(voided)).thenApply(_ -> Outcome.VOIDED);
  }

  /**
   * The void that goes with a correction; empty if what it replaces is not this team's to take
   * back.
   */
  Optional<Event> forCorrection(CheckIn correction, CheckInDesk.Sending sending) {
    Event recorded = find(Objects.requireNonNull(correction.replaces()));
    if (recorded == null || !TallyKey.of(recorded.stream()).team().equals(sending.team())) {
      return Optional.empty();
    }
    CheckInRecorded fact = (CheckInRecorded) CheckInEvents.fact(recorded);
    if (isLate(fact, sending.receivedAt())) {
      return Optional.empty();
    }
    VoidReceipt receipt =
        new VoidReceipt(VoidReason.MISTAKE.code(), sending.receivedAt(), sending.by());
    return Optional.of(CheckInEvents.voided(recorded, fact, receipt));
  }

  private @Nullable Event find(String checkInId) {
    Event event = journal.find(List.of(checkInId)).get(checkInId);
    return event != null
            && CheckInEvents.isRecorded(event)
            && event.stream().startsWith(TallyKey.prefix(campaign.id()))
        ? event
        : null;
  }

  private static boolean isLate(CheckInRecorded fact, Instant now) {
    return now.isAfter(fact.receipt().receivedAt().plus(TEAMS_TIME));
  }
}
