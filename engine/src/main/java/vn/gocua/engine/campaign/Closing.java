package vn.gocua.engine.campaign;

import java.time.Instant;

/**
 * End of a closed campaign.
 *
 * @param at later check-ins do not count
 * @param lateUntil until then phones may still deliver earlier check-ins
 */
public record Closing(Instant at, Instant lateUntil) {

  /** Whether check-ins from before the end are still accepted. */
  public boolean takesLate(Instant now) {
    return now.isBefore(lateUntil);
  }
}
