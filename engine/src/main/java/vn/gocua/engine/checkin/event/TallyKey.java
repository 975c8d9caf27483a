package vn.gocua.engine.checkin.event;

import java.time.LocalDate;
import vn.gocua.engine.journal.Journal;

/**
 * Key of one team's tally on one day of a campaign. Its stream is {@code
 * <campaign>/check-ins/<team>/<date>}.
 */
public record TallyKey(String campaign, String team, LocalDate date) {
  private static final String KIND = "/check-ins/";

  /** Prefix of the streams of a campaign's check-ins. */
  public static String prefix(String campaign) {
    return campaign + KIND;
  }

  /** Whether a journal has no check-in of a campaign. Blocks. */
  public static boolean isNone(Journal journal, String campaign) {
    return journal.streams(prefix(campaign)).isEmpty();
  }

  public static boolean isOne(String stream) {
    return stream.contains(KIND);
  }

  public String stream() {
    return prefix(campaign) + team + "/" + date;
  }

  public static TallyKey of(String stream) {
    int kind = stream.indexOf(KIND);
    int date = stream.lastIndexOf('/');
    return new TallyKey(
        stream.substring(0, kind),
        stream.substring(kind + KIND.length(), date),
        LocalDate.parse(stream.substring(date + 1)));
  }
}
