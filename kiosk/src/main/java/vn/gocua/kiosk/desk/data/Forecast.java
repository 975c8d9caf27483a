package vn.gocua.kiosk.desk.data;

import java.util.List;
import java.util.Optional;

/**
 * Forecast of a count at the end of the campaign, if the remaining days are like the latest ones.
 *
 * <p>Each remaining day has the mean and the scatter of the latest {@value #LOOK_BACK} complete
 * days; today counts at least its present count. If days are independent and alike, the range holds
 * the true total in four of five cases. It includes the scatter of the days and the uncertainty of
 * their mean (Student's t). A change of pace can leave the range.
 *
 * @param likely the middle of the range
 * @param low at least the present count
 * @param basedOn number of complete days used
 */
public record Forecast(long likely, long low, long high, int basedOn) {
  /** Two weeks: every weekday twice. */
  static final int LOOK_BACK = 14;

  /** Fewer complete days give no scatter. */
  static final int LEAST = 3;

  /** Student's t, nine tenths below, for 1, 2, 3 … degrees of freedom. */
  private static final double[] STUDENT = {
    3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.350
  };

  /**
   * Forecasts; empty before there are {@value #LEAST} complete days, and once the campaign is over.
   *
   * @param byDay counts of day 1, 2 … today; the last one is not complete
   * @param days length of the campaign in days
   */
  public static Optional<Forecast> of(List<Long> byDay, int days) {
    int today = byDay.size();
    int complete = today - 1;
    if (complete < LEAST || today > days) {
      return Optional.empty();
    }
    List<Long> recent = byDay.subList(Math.max(0, complete - LOOK_BACK), complete);
    int n = recent.size();
    double mean = recent.stream().mapToLong(Long::longValue).average().orElse(0);
    double squares =
        recent.stream().mapToDouble(Long::doubleValue).map(c -> (c - mean) * (c - mean)).sum();
    double scatter = Math.sqrt(squares / (n - 1));
    long counted = byDay.stream().mapToLong(Long::longValue).sum();
    long soFarToday = byDay.getLast();
    int left = days - complete; // Today among them.
    double likely = counted - soFarToday + Math.max((double) soFarToday, mean) + (left - 1) * mean;
    double deviation = scatter * Math.sqrt(left + (double) left * left / n);
    double half = STUDENT[n - 2] * deviation;
    return Optional.of(
        new Forecast(
            Math.round(likely),
            Math.max(counted, Math.round(likely - half)),
            Math.max(counted, Math.round(likely + half)),
            n));
  }

  /** Prospect of a target. */
  public enum Outlook {
    /** Even the low end of the range reaches it. */
    SURE,
    /** Within the range. */
    OPEN,
    /** Even the high end falls short. */
    SHORT
  }

  public Outlook outlook(long target) {
    return low >= target ? Outlook.SURE : high >= target ? Outlook.OPEN : Outlook.SHORT;
  }
}
