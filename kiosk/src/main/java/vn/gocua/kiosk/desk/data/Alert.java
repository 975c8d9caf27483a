package vn.gocua.kiosk.desk.data;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An alert for leaders.
 *
 * @param key stable for one matter; a worse one has another
 * @param subject the team's or request's code, a phone's id, an account's name
 * @param team concerned; empty for a leader
 * @param since age in whole minutes, hours from one on, days from two on; null for a team that
 *     never sent anything
 * @param count unsent check-ins, for {@link Kind#WAITING}; contacts, for {@link Kind#READING}
 */
public record Alert(
    Kind kind,
    String key,
    String subject,
    String team,
    boolean urgent,
    @Nullable Duration since,
    int count) {

  private static final Duration TWO_DAYS = Duration.ofDays(2);

  public Alert {
    if (since != null) {
      since =
          since.truncatedTo(
              since.toHours() < 1
                  ? ChronoUnit.MINUTES
                  : since.compareTo(TWO_DAYS) < 0 ? ChronoUnit.HOURS : ChronoUnit.DAYS);
    }
  }

  /** Kinds of alerts. */
  public enum Kind {
    /** A resident's request without a claim. */
    UNCLAIMED,
    /** A team that sends nothing. */
    SILENT,
    /** A team's phones with unsent check-ins. */
    WAITING,
    /** A phone sends more than a volunteer can record. */
    QUOTA,
    /** A phone or a leader reads many contacts; urgent if the limit was reached. */
    READING
  }
}
