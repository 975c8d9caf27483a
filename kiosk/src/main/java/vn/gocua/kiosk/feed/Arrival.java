package vn.gocua.kiosk.feed;

import java.time.Duration;
import java.time.Instant;
import vn.gocua.protocol.board.BoardMessage.Latest;

/**
 * A check-in on its way to the screens.
 *
 * @param uploadedAt arrival of the phone's upload at the engine, on this machine's clock
 */
public record Arrival(String team, String activity, long residents, Instant uploadedAt) {

  /** Ages are relative, so the clocks of engine and kiosk need not agree. */
  static Arrival of(Latest latest, Instant heardAt) {
    return new Arrival(
        latest.team(),
        latest.activity(),
        latest.residents(),
        heardAt.minusMillis(Math.max(0, latest.ageMs())));
  }

  /** Never negative, even when this machine's clock was set back. */
  public Duration age(Instant now) {
    Duration age = Duration.between(uploadedAt, now);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
