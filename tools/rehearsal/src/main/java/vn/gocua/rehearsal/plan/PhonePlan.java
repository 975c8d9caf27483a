package vn.gocua.rehearsal.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plan of one phone's campaign.
 *
 * @param clockOffset added to the phone's clock gives the true time
 * @param offline in order of time; outages may overlap
 * @param actions in order of time
 * @param seed of the network's faults
 */
public record PhonePlan(
    String team,
    int number,
    Duration clockOffset,
    List<Outage> offline,
    List<PhoneAction> actions,
    long seed) {

  public PhonePlan {
    offline = List.copyOf(offline);
    actions = List.copyOf(actions);
  }

  /** Time of the phone's own clock at a true instant. */
  public Instant shown(Instant trueTime) {
    return trueTime.minus(clockOffset);
  }

  /** When the phone is next on the network; empty if it is on it now. */
  public Optional<Instant> offlineUntil(Instant instant) {
    Instant until = instant;
    for (Outage outage : offline) {
      if (outage.covers(until)) {
        until = outage.until();
      }
    }
    return until.equals(instant) ? Optional.empty() : Optional.of(until);
  }
}
