package vn.gocua.engine.campaign;

import java.time.Instant;

/**
 * The campaign has been closed.
 *
 * @param at what happened later does not count
 * @param lateUntil what happened before is taken from phones that come late, up to here
 */
public record Closing(Instant at, Instant lateUntil) {

  /** Whether check-ins from before the end are still taken. */
  public boolean takesLate(Instant now) {
    return now.isBefore(lateUntil);
  }
}
