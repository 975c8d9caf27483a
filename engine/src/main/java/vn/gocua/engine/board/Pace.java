package vn.gocua.engine.board;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import vn.gocua.engine.campaign.Campaign;

/** Progress of the campaign, and the work expected by now. */
public final class Pace {
  /** Teams go out between these hours; the share of a day that is over is counted over them. */
  static final LocalTime MORNING = LocalTime.of(7, 0);

  static final LocalTime EVENING = LocalTime.of(21, 0);

  private static final double TARGET = 1.0;
  private static final double NEAR = 0.7;

  private Pace() {}

  /**
   * The share of the campaign's work that may be expected by now: 0 before it, 1 after it. Days
   * count by the weight of their weekday.
   */
  public static double elapsed(Campaign campaign, Instant now) {
    ZonedDateTime local = now.atZone(campaign.zone());
    int day = campaign.dayOf(local.toLocalDate());
    if (day < 1) {
      return 0;
    }
    if (day > campaign.days()) {
      return 1;
    }
    double whole = 0;
    double before = 0;
    for (int each = 1; each <= campaign.days(); each++) {
      double weight = weight(campaign, each);
      whole += weight;
      before += each < day ? weight : 0;
    }
    if (whole == 0) {
      return 0;
    }
    double working = Duration.between(MORNING, EVENING).toMillis();
    double over = Duration.between(MORNING, local.toLocalTime()).toMillis();
    return (before + weight(campaign, day) * Math.clamp(over / working, 0.0, 1.0)) / whole;
  }

  private static double weight(Campaign campaign, int day) {
    return campaign.weekdays().of(campaign.dateOfDay(day).getDayOfWeek());
  }

  /**
   * Actual ÷ expected by now, rounded to hundredths; NaN while nothing is expected yet, and without
   * a target.
   *
   * @param target of the whole campaign; 0 for none
   * @param elapsed as {@link #elapsed} gives it
   */
  public static double of(long actual, int target, double elapsed) {
    double expected = target * elapsed;
    return expected < 1 ? Double.NaN : Math.round(actual / expected * 100) / 100.0;
  }

  /**
   * The word for a pace, as the API says it: {@code on-target}, {@code close}, {@code behind}, or
   * {@code none} while nothing is expected yet, and without a target. Every screen shows this
   * judgement and makes no other.
   *
   * @param pace as {@link #of} gives it
   */
  public static String level(double pace) {
    if (Double.isNaN(pace)) {
      return "none";
    }
    return pace >= TARGET ? "on-target" : pace >= NEAR ? "close" : "behind";
  }
}
