package vn.gocua.engine.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.clock.Reading;

/**
 * Finds the moment, and so the day, of a check-in. While the engine's clock can be right, it
 * repairs a phone's. While it must be wrong it repairs nothing: a phone's own time counts where
 * most phones bear that phone's clock out, a paper's day where a person wrote it, and all else
 * waits.
 */
final class Placing {
  /** Why something waits: the clock of the engine, not of a phone. */
  static final Refusal ENGINE_CLOCK = Refusal.of("engine-clock");

  private final Campaign campaign;
  private final EngineClock clock;
  private final BooleanSupplier severalPhones;

  /**
   * @param severalPhones whether other phones could bear the engine's clock out
   */
  Placing(Campaign campaign, EngineClock clock, BooleanSupplier severalPhones) {
    this.campaign = campaign;
    this.clock = clock;
    this.severalPhones = severalPhones;
  }

  /**
   * Where a check-in belongs.
   *
   * @param at when it happened
   * @param now what time it is, as far as that is known
   * @param sure whether both can be relied on; if not, it waits
   * @param mayRefuse whether a rule about time may refuse it for good
   */
  record Place(Instant at, Instant now, boolean sure, boolean mayRefuse) {}

  /** Whether what time makes impossible may become possible once the clock is right. */
  boolean isDoubtful() {
    return clock.isDoubtful();
  }

  /** Places a check-in. Does not block. */
  Place of(CheckIn checkIn, @Nullable Long clockOffsetSeconds, CheckInDesk.Sending sending) {
    Reading reading = clock.reading();
    Instant receivedAt = sending.receivedAt();
    if (reading.isDoubtful()) {
      return sending.dated()
          ? dated(checkIn, reading, receivedAt)
          : ownTime(checkIn, clockOffsetSeconds, sending, reading);
    }
    Instant at =
        ClockRepair.repaired(
            checkIn.occurredAt(), clockOffsetSeconds, sending.sentAt(), receivedAt);
    return new Place(at, receivedAt, believes(sending, checkIn, at, reading), true);
  }

  /**
   * Whether the engine's clock is to be believed against this phone's. Across days it must be borne
   * out: by at least as many phones as say what this one says.
   */
  private boolean believes(
      CheckInDesk.Sending sending, CheckIn checkIn, Instant at, Reading reading) {
    Instant sentAt = sending.sentAt();
    if (sentAt == null || campaign.dateOf(at).equals(campaign.dateOf(checkIn.occurredAt()))) {
      return true;
    }
    Duration offset = Duration.between(sending.receivedAt(), sentAt);
    if (offset.abs().compareTo(EngineClock.TOLERANCE) <= 0) {
      return true;
    }
    if (!isInside(sending.receivedAt()) && isInside(sentAt)) {
      return reading.agreeing() > reading.sayLike(offset);
    }
    return !severalPhones.getAsBoolean() || reading.agreeing() >= reading.sayLike(offset);
  }

  private boolean isInside(Instant now) {
    LocalDate date = campaign.dateOf(now);
    return !date.isBefore(campaign.startDate()) && !date.isAfter(campaign.lastDate());
  }

  /** The phone's own time, if its clock is right by most phones and was right at the tap. */
  private Place ownTime(
      CheckIn checkIn,
      @Nullable Long clockOffsetSeconds,
      CheckInDesk.Sending sending,
      Reading reading) {
    Duration lacking = reading.lacking();
    Instant sentAt = sending.sentAt();
    if (lacking == null || sentAt == null) {
      return new Place(checkIn.occurredAt(), sending.receivedAt(), false, false);
    }
    Instant now = sending.receivedAt().plus(lacking);
    boolean right = near(Duration.between(now, sentAt), EngineClock.TOLERANCE);
    // What a phone that is right found missing against this engine is the engine's own error.
    boolean rightAtTheTap =
        clockOffsetSeconds == null
            || near(Duration.ofSeconds(clockOffsetSeconds), ClockRepair.TOLERANCE)
            || near(Duration.ofSeconds(clockOffsetSeconds).plus(lacking), EngineClock.TOLERANCE);
    boolean bounded = !checkIn.occurredAt().isAfter(sentAt.plus(ClockRepair.TOLERANCE));
    return new Place(checkIn.occurredAt(), now, right && rightAtTheTap && bounded, false);
  }

  /**
   * A day that a person wrote. The engine's own present day is not one: a form may have offered it.
   */
  private Place dated(CheckIn checkIn, Reading reading, Instant receivedAt) {
    Duration lacking = reading.lacking();
    Instant newest = reading.newest();
    Instant now =
        lacking != null
            ? receivedAt.plus(lacking)
            : newest != null && newest.isAfter(receivedAt) ? newest : receivedAt;
    LocalDate today = campaign.dateOf(receivedAt);
    boolean offered =
        campaign.dateOf(checkIn.occurredAt()).equals(today) && !campaign.dateOf(now).equals(today);
    return new Place(checkIn.occurredAt(), now, !offered, false);
  }

  private static boolean near(Duration one, Duration tolerance) {
    return one.abs().compareTo(tolerance) <= 0;
  }
}
