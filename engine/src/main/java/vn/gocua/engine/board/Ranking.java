package vn.gocua.engine.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.gocua.protocol.board.BoardMessage.Standing;

/**
 * Gives teams their places. Teams with a target stand in the order of the share of it that they
 * have reached. A team without one is placed by its count: behind all that have a target and at
 * least as many check-ins. Teams without a check-in come last. Equal teams share a place.
 */
final class Ranking {
  private Ranking() {}

  /** Each team's place, from 1 on. */
  static Map<String, Integer> of(List<Standing> teams) {
    List<Standing> order =
        sorted(teams, team -> team.target() > 0, Comparator.comparingDouble(Ranking::share));
    long[] counts = order.stream().mapToLong(team -> -team.checkIns()).sorted().toArray();
    List<Standing> countedOnly =
        sorted(teams, team -> team.target() == 0, Comparator.comparingLong(Standing::checkIns));
    int ahead = 0;
    for (int i = 0; i < countedOnly.size(); i++) {
      Standing team = countedOnly.get(i);
      while (ahead < counts.length && -counts[ahead] >= team.checkIns()) {
        ahead++;
      }
      order.add(ahead + i, team);
    }
    return places(teams, order);
  }

  private static List<Standing> sorted(
      List<Standing> teams, Predicate<Standing> which, Comparator<Standing> least) {
    return teams.stream()
        .filter(team -> team.checkIns() > 0)
        .filter(which)
        .sorted(least.reversed())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Map<String, Integer> places(List<Standing> teams, List<Standing> order) {
    Map<Double, Integer> byShare = new HashMap<>();
    Map<Long, Integer> byCount = new HashMap<>();
    Map<String, Integer> places = LinkedHashMap.newLinkedHashMap(teams.size());
    for (int i = 0; i < order.size(); i++) {
      Standing team = order.get(i);
      Integer first =
          team.target() > 0
              ? byShare.putIfAbsent(share(team), i + 1)
              : byCount.putIfAbsent(team.checkIns(), i + 1);
      places.put(team.team(), first == null ? Integer.valueOf(i + 1) : first);
    }
    teams.forEach(team -> places.putIfAbsent(team.team(), order.size() + 1));
    return places;
  }

  private static double share(Standing team) {
    return (double) team.checkIns() / team.target();
  }
}
