package vn.gocua.kiosk.desk.data;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long a team has sent nothing. */
public enum Inactivity {
  NONE,
  /** A day and a night. */
  DAY,
  TWO_DAYS;

  static final Duration A_DAY = Duration.ofHours(24);

  /**
   * Judges.
   *
   * @param lastAt the team's latest check-in; null if it has none
   * @param since from when on one could be expected at all
   */
  static Inactivity of(@Nullable Instant lastAt, Instant since, Instant now) {
    Duration silent =
        Duration.between(lastAt == null || lastAt.isBefore(since) ? since : lastAt, now);
    return silent.compareTo(A_DAY.multipliedBy(2)) >= 0
        ? TWO_DAYS
        : silent.compareTo(A_DAY) >= 0 ? DAY : NONE;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
