package vn.gocua.kiosk.desk.targets;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.campaign.RosterInfo;
import vn.gocua.protocol.campaign.TargetsInfo;

/**
 * What a change of teams left open in the targets.
 *
 * @param roster the teams as they are now
 * @param promised check-ins that struck teams had promised, by team
 * @param without teams that have no target
 * @param hamlets those that the struck teams served, by team, as far as known
 */
public record TargetGaps(
    RosterInfo roster,
    TargetsInfo targets,
    Map<String, Integer> promised,
    List<RosterInfo.Team> without,
    Map<String, List<String>> hamlets) {

  /** All that is open now, whoever changed the teams. */
  static TargetGaps of(RosterInfo roster, TargetsInfo targets) {
    return new TargetGaps(
        roster,
        targets,
        targets.ofFormer(),
        roster.teams().stream()
            .filter(team -> targets.teams().getOrDefault(team.code(), 0) == 0)
            .toList(),
        Map.of());
  }

  /** What one change of the teams left open. */
  public static TargetGaps after(RosterInfo before, RosterInfo now, TargetsInfo targets) {
    Map<String, List<String>> struck = new LinkedHashMap<>();
    before.teams().forEach(team -> struck.put(team.code(), team.hamlets()));
    now.teams().forEach(team -> struck.remove(team.code()));
    Set<String> known =
        before.teams().stream().map(RosterInfo.Team::code).collect(Collectors.toSet());
    TargetGaps all = of(now, targets);
    Map<String, Integer> promised = new LinkedHashMap<>(all.promised());
    promised.keySet().retainAll(struck.keySet());
    return new TargetGaps(
        now,
        targets,
        promised,
        all.without().stream().filter(team -> !known.contains(team.code())).toList(),
        struck);
  }

  public boolean none() {
    return promised.isEmpty() && without.isEmpty();
  }

  /** What each team would have to do if all was divided by members. */
  Map<String, Integer> shares() {
    return MemberShares.of(targets.checkIns(), members(roster));
  }

  /** Number of members by team, in the roster's order. */
  static Map<String, Integer> members(RosterInfo roster) {
    Map<String, Integer> members = new LinkedHashMap<>();
    roster.teams().forEach(team -> members.put(team.code(), team.members()));
    return members;
  }

  String formerName(String code) {
    return roster.formerTeams().stream()
        .filter(team -> team.code().equals(code))
        .map(RosterInfo.Former::name)
        .findFirst()
        .orElse(code);
  }

  /** The team that serves most hamlets of a struck one; null if none does. */
  RosterInfo.@Nullable Team likelyHeir(String struck) {
    List<String> served = hamlets.getOrDefault(struck, List.of());
    return roster.teams().stream()
        .filter(team -> common(team, served) > 0)
        .max(Comparator.comparingLong(team -> common(team, served)))
        .orElse(null);
  }

  private static long common(RosterInfo.Team team, List<String> hamlets) {
    return team.hamlets().stream().filter(hamlets::contains).count();
  }
}
