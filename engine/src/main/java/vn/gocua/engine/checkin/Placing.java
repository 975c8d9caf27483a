package vn.gocua.engine.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.clock.Reading;
import vn.gocua.engine.clock.Reading.State;

/**
 * Finds the moment, and so the day, of a check-in. While the engine's clock can be right, it
 * repairs a phone's. While it must be wrong, there are three sources: a phone whose clock most
 * phones confirm, a day that a person wrote, and the engine's day where most phones have the same.
 * All else waits.
 */
final class Placing {
  /** Reason to wait: the engine's clock, not a phone's. */
  static final Rejection ENGINE_CLOCK = Rejection.of("engine-clock");

  private final Campaign campaign;
  private final EngineClock clock;
  private final Belief belief;

  /**
   * @param severalPhones whether other phones could bear the engine's clock out
   */
  Placing(Campaign campaign, EngineClock clock, BooleanSupplier severalPhones) {
    this.campaign = campaign;
    this.clock = clock;
    this.belief = new Belief(campaign, severalPhones);
  }

  /**
   * Time and day of a check-in.
   *
   * @param at when it happened
   * @param now the time, as far as that is known
   * @param sure whether both are reliable; if not, it waits
   * @param mayRefuse whether a rule about time may refuse it for good
   */
  record Place(Instant at, Instant now, boolean sure, boolean mayRefuse) {}

  /** Whether a rule about time may decide otherwise once the clock is right. */
  boolean isDoubtful() {
    return clock.isDoubtful();
  }

  /** Places a check-in. Does not block. */
  Place of(CheckIn checkIn, @Nullable Long clockOffsetSeconds, Submission submission) {
    Reading reading = clock.reading();
    if (submission.dated()) {
      return dated(checkIn, clockOffsetSeconds, reading, submission);
    }
    Instant at = repaired(checkIn, clockOffsetSeconds, submission);
    if (reading.lacking() != null) {
      return knownWrong(checkIn, at, clockOffsetSeconds, submission, reading, reading.lacking());
    }
    if (reading.isDoubtful()) {
      return new Place(checkIn.occurredAt(), submission.receivedAt(), false, false);
    }
    return new Place(at, submission.receivedAt(), believes(submission, checkIn, at, reading), true);
  }

  private static Instant repaired(
      CheckIn checkIn, @Nullable Long clockOffsetSeconds, Submission submission) {
    return ClockRepair.repaired(
        checkIn.occurredAt(), clockOffsetSeconds, submission.sentAt(), submission.receivedAt());
  }

  /** Whether a repair may move a check-in to another day. */
  private boolean believes(Submission submission, CheckIn checkIn, Instant at, Reading reading) {
    Instant sentAt = submission.sentAt();
    return sentAt == null
        || campaign.dateOf(at).equals(campaign.dateOf(checkIn.occurredAt()))
        || belief.isEngines(
            reading, submission.receivedAt(), Duration.between(submission.receivedAt(), sentAt));
  }

  /**
   * The phone's own time, if most phones confirm its clock and it was right at the tap. Otherwise
   * the engine's time, if its error does not change the day.
   */
  private Place knownWrong(
      CheckIn checkIn,
      Instant at,
      @Nullable Long clockOffsetSeconds,
      Submission submission,
      Reading reading,
      Duration lacking) {
    Instant receivedAt = submission.receivedAt();
    Instant now = receivedAt.plus(lacking);
    boolean mayRefuse = reading.state() == State.OFF;
    Instant latest = now.isAfter(receivedAt) ? now : receivedAt;
    if (isRight(checkIn, clockOffsetSeconds, submission.sentAt(), now, lacking)) {
      return new Place(checkIn.occurredAt(), mayRefuse ? latest : now, true, mayRefuse);
    }
    boolean oneDay =
        Stream.of(
                lacking.minus(EngineClock.TOLERANCE), lacking, lacking.plus(EngineClock.TOLERANCE))
            .allMatch(each -> belief.isSameDay(at, each));
    return oneDay
        ? new Place(at, latest, true, mayRefuse)
        : new Place(checkIn.occurredAt(), now, false, false);
  }

  private static boolean isRight(
      CheckIn checkIn,
      @Nullable Long clockOffsetSeconds,
      @Nullable Instant sentAt,
      Instant now,
      Duration lacking) {
    if (sentAt == null) {
      return false;
    }
    boolean right = near(Duration.between(now, sentAt), EngineClock.TOLERANCE);
    // The offset measured by a right phone is the engine's own error.
    boolean rightAtTheTap =
        clockOffsetSeconds == null
            || near(Duration.ofSeconds(clockOffsetSeconds), ClockRepair.TOLERANCE)
            || near(Duration.ofSeconds(clockOffsetSeconds).plus(lacking), EngineClock.TOLERANCE);
    boolean bounded = !checkIn.occurredAt().isAfter(sentAt.plus(ClockRepair.TOLERANCE));
    return right && rightAtTheTap && bounded;
  }

  /**
   * A day that a person wrote. The engine's present day does not count while it may be wrong: a
   * form may have offered it. A correction stays on its target's day.
   */
  private Place dated(
      CheckIn checkIn, @Nullable Long clockOffsetSeconds, Reading reading, Submission submission) {
    Instant receivedAt = submission.receivedAt();
    Duration lacking = reading.lacking();
    Instant newest = reading.newest();
    Instant now =
        lacking != null
            ? receivedAt.plus(lacking)
            : newest != null && newest.isAfter(receivedAt) ? newest : receivedAt;
    boolean open = belief.isDayOpen(reading, receivedAt);
    boolean offered =
        open
            && checkIn.replaces() == null
            && campaign.dateOf(checkIn.occurredAt()).equals(campaign.dateOf(receivedAt));
    if (reading.isDoubtful()) {
      return new Place(checkIn.occurredAt(), now, !offered, false);
    }
    Instant at = repaired(checkIn, clockOffsetSeconds, submission);
    return new Place(at, now.isAfter(receivedAt) ? now : receivedAt, !offered, !open);
  }

  private static boolean near(Duration one, Duration tolerance) {
    return one.abs().compareTo(tolerance) <= 0;
  }
}
