package vn.gocua.kiosk.desk.figures;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.board.StatsByDay;
import vn.gocua.protocol.campaign.CampaignInfo;

/**
 * Rows added up along each of their sides.
 *
 * @param byTeamAndActivity check-ins of a team, then of an activity
 */
record Totals(
    long checkIns,
    long residents,
    Map<Integer, Long> byDay,
    Map<String, Long> byTeam,
    Map<String, Long> byActivity,
    Map<String, Long> byGroup,
    Map<String, Map<String, Long>> byTeamAndActivity) {

  static Totals of(StatsByDay stats, FigureFilter scope, CampaignInfo campaign) {
    Set<String> teams = teams(scope.hamlet(), campaign);
    String activity = scope.activity();
    long checkIns = 0;
    long residents = 0;
    Map<Integer, Long> byDay = new HashMap<>();
    Map<String, Long> byTeam = new HashMap<>();
    Map<String, Long> byActivity = new HashMap<>();
    Map<String, Long> byGroup = new HashMap<>();
    Map<String, Map<String, Long>> byBoth = new HashMap<>();
    for (StatsByDay.Row row : stats.rows()) {
      if (!teams.contains(row.team())) {
        continue;
      }
      long count = activity == null ? row.checkIns() : row.byActivity().getOrDefault(activity, 0L);
      checkIns += count;
      residents += row.residents();
      byDay.merge(row.day(), count, Long::sum);
      byTeam.merge(row.team(), count, Long::sum);
      row.byActivity()
          .forEach((code, n) -> {
            if (activity == null || activity.equals(code)) {
              byActivity.merge(code, n, Long::sum);
              byBoth.computeIfAbsent(row.team(), _ -> new HashMap<>()).merge(code, n, Long::sum);
            }
          });
      row.byGroup().forEach((code, n) -> byGroup.merge(code, n, Long::sum));
    }
    return new Totals(checkIns, residents, byDay, byTeam, byActivity, byGroup, byBoth);
  }

  /** The teams that serve a hamlet; all, without one. */
  static Set<String> teams(@Nullable String hamlet, CampaignInfo campaign) {
    Set<String> teams = new HashSet<>();
    for (CampaignInfo.Team team : campaign.teams()) {
      if (hamlet == null || team.hamletCodes().contains(hamlet)) {
        teams.add(team.code());
      }
    }
    return teams;
  }

  List<Long> ofDays(int last) {
    return java.util.stream.IntStream.rangeClosed(1, last)
        .mapToObj(d -> byDay.getOrDefault(d, 0L))
        .toList();
  }
}
