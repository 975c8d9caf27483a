package vn.gocua.kiosk.desk.data;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is needed.
 *
 * @param key stays the same while it is the same matter; a worse one has another
 * @param subject the team's or request's code
 * @param team whose matter it is
 * @param since for how long, in whole minutes, hours from one on, days from two on; null for a team
 *     that has never been heard of
 * @param count check-ins that wait, for {@link Kind#WAITING}
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

  /** What is the matter. */
  public enum Kind {
    /** Nobody has claimed a resident's request. */
    UNCLAIMED,
    /** Nothing has come from a team. */
    SILENT,
    /** A team's phones have not sent what they hold. */
    WAITING,
    /** A phone sends more than a volunteer can record. */
    QUOTA
  }
}
