package vn.gocua.engine.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.clock.Reading;
import vn.gocua.engine.clock.Reading.Dissent;

/**
 * Decides whether the engine's time or a phone's is right. The engine's is if it was confirmed, or
 * the journal proves the phone wrong. It is also if enough phones agree with it, or no other phone
 * could. Otherwise neither is, until one of these holds.
 */
public final class Belief {
  private final Campaign campaign;
  private final BooleanSupplier severalPhones;

  /**
   * @param severalPhones whether other phones could bear the engine's clock out
   */
  public Belief(Campaign campaign, BooleanSupplier severalPhones) {
    this.campaign = campaign;
    this.severalPhones = severalPhones;
  }

  /**
   * Whether the engine's clock is right against a phone's.
   *
   * @param now the engine's time
   * @param lacking how far the engine is behind the phone
   */
  boolean isEngines(Reading reading, Instant now, Duration lacking) {
    if (isSmall(lacking) || reading.vouched() || !severalPhones.getAsBoolean()) {
      return true;
    }
    Instant said = now.plus(lacking);
    Instant newest = reading.newest();
    if (newest != null && said.isBefore(newest.minus(EngineClock.TOLERANCE))) {
      return true;
    }
    int like = reading.sayLike(lacking);
    boolean leftTheCampaign = !isInside(now) && isInside(said);
    return leftTheCampaign ? reading.agreeing() > like : reading.agreeing() >= like;
  }

  /** The phones that are neither believed nor disbelieved now. */
  public List<Dissent> contesting(Reading reading, Instant now) {
    return reading.dissent().stream()
        .filter(each -> !isEngines(reading, now, each.lacking()))
        .toList();
  }

  /** The phones that are not believed, and whose day is another. */
  public List<Dissent> disbelieved(Reading reading, Instant now) {
    return reading.dissent().stream()
        .filter(each -> isEngines(reading, now, each.lacking()))
        .filter(each -> !isSameDay(now, each.lacking()))
        .toList();
  }

  /** Whether it may be another day than by the engine's clock. */
  boolean isDayOpen(Reading reading, Instant now) {
    Stream<Duration> contested =
        reading.isDoubtful()
            ? Stream.empty()
            : contesting(reading, now).stream().map(Dissent::lacking);
    return Stream.concat(reading.others().stream(), contested)
        .anyMatch(each -> !isSameDay(now, each));
  }

  boolean isSameDay(Instant time, Duration later) {
    LocalDate date = campaign.dateOf(time);
    return campaign.dateOf(time.plus(later)).equals(date);
  }

  private static boolean isSmall(Duration lacking) {
    return lacking.abs().compareTo(EngineClock.TOLERANCE) <= 0;
  }

  private boolean isInside(Instant now) {
    LocalDate date = campaign.dateOf(now);
    return !date.isBefore(campaign.startDate()) && !date.isAfter(campaign.lastDate());
  }
}
