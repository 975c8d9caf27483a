package vn.gocua.engine.screens;

import java.time.Duration;
import java.time.Instant;

/**
 * A screen's request to be accepted. Kept in memory only: everybody who opens the kiosk's page can
 * make one.
 */
record Offer(String code, String secretHash, Instant offeredAt, Instant until) {
  /** How long a code on a screen is valid. */
  static final Duration GOOD = Duration.ofHours(1);

  static Offer of(String code, String secretHash, Instant now) {
    return new Offer(code, secretHash, now, now.plus(GOOD));
  }

  boolean isOver(Instant now) {
    return !now.isBefore(until);
  }

  Screen screen() {
    return new Screen(secretHash, Screen.Status.OFFERED, offeredAt, until, null, null);
  }
}
