package vn.gocua.rehearsal.counts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts of a whole campaign. Missing keys count zero.
 *
 * @param byActivity check-ins by activity
 * @param byGroup residents of the check-ins that name a group
 */
public record Tallied(
    Count total,
    Map<String, Count> byTeam,
    Map<Integer, Count> byDay,
    Map<String, Long> byActivity,
    Map<String, Long> byGroup) {

  public Tallied {
    byTeam = Map.copyOf(byTeam);
    byDay = Map.copyOf(byDay);
    byActivity = Map.copyOf(byActivity);
    byGroup = Map.copyOf(byGroup);
  }

  /** A check-in that counts. */
  public record Counted(String team, int day, String activity, int residents, List<String> groups) {
    public Counted {
      groups = List.copyOf(groups);
    }
  }

  public static Tallied of(Iterable<Counted> checkIns) {
    Count total = Count.NONE;
    Map<String, Count> byTeam = new HashMap<>();
    Map<Integer, Count> byDay = new HashMap<>();
    Map<String, Long> byActivity = new HashMap<>();
    Map<String, Long> byGroup = new HashMap<>();
    for (Counted each : checkIns) {
      Count one = new Count(1, each.residents());
      total = total.plus(one);
      byTeam.merge(each.team(), one, Count::plus);
      byDay.merge(each.day(), one, Count::plus);
      byActivity.merge(each.activity(), 1L, Long::sum);
      each.groups().forEach(group -> byGroup.merge(group, (long) each.residents(), Long::sum));
    }
    return new Tallied(total, byTeam, byDay, byActivity, byGroup);
  }
}
