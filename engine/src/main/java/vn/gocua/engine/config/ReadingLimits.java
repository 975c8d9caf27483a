package vn.gocua.engine.config;

/**
 * How many contacts may be newly read; 0: no limit.
 *
 * @param phoneHour by one phone within an hour
 * @param phoneDay by one phone within 24 hours
 * @param leaderHour by one leader within an hour
 * @param leaderDay by one leader within 24 hours
 */
public record ReadingLimits(int phoneHour, int phoneDay, int leaderHour, int leaderDay) {
  /** No limits. */
  public static final ReadingLimits NONE = new ReadingLimits(0, 0, 0, 0);

  /** A volunteer makes a few visits an hour; a leader may have to call the guests of a class. */
  public static final ReadingLimits USUAL = new ReadingLimits(20, 60, 120, 400);

  /** Within an hour, by a phone or else a leader. */
  public int hour(boolean phone) {
    return phone ? phoneHour : leaderHour;
  }

  /** Within 24 hours, by a phone or else a leader. */
  public int day(boolean phone) {
    return phone ? phoneDay : leaderDay;
  }
}
