package vn.gocua.engine.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.gocua.protocol.board.BoardMessage.Standing;

/** Places by the reached share of a target; by count without one. */
class RankingTest {
  private static Standing team(String code, long checkIns, int target) {
    return new Standing(code, checkIns, checkIns, 0, null, target, null, "none", 0);
  }

  @Example
  void shouldNotPutATeamWithoutATargetFirstForOneCheckIn() {
    List<Standing> teams = new ArrayList<>();
    for (int i = 1; i <= 35; i++) {
      teams.add(team("T%02d".formatted(i), 100 + i, 450));
    }
    teams.add(team("T36", 1, 0));
    Map<String, Integer> places = Ranking.of(teams);
    assertThat(places).containsEntry("T35", 1).containsEntry("T01", 35).containsEntry("T36", 36);
  }

  @Example
  void shouldPlaceTeamsWithoutATargetByCount() {
    Map<String, Integer> places =
        Ranking.of(
            List.of(
                team("A", 100, 1000), // 10 %
                team("B", 90, 500), // 18 %
                team("U", 95, 0),
                team("V", 90, 0),
                team("W", 101, 0)));
    assertThat(places)
        .containsExactlyInAnyOrderEntriesOf(Map.of("W", 1, "B", 2, "U", 3, "A", 4, "V", 5));
  }

  @Example
  void shouldRankAllByCountWhereNobodyHasATarget() {
    assertThat(Ranking.of(List.of(team("A", 3, 0), team("B", 7, 0), team("C", 7, 0))))
        .containsExactlyInAnyOrderEntriesOf(Map.of("B", 1, "C", 1, "A", 3));
  }

  @Example
  void shouldPutWhoWorkedBeforeWhoDidNot() {
    assertThat(Ranking.of(List.of(team("A", 0, 450), team("B", 1, 0), team("C", 0, 0))))
        .containsExactlyInAnyOrderEntriesOf(Map.of("B", 1, "A", 2, "C", 2));
  }

  /** With targets only, places are what they were before there were teams without one. */
  @Property
  void shouldRankByShareAloneWhereAllHaveATarget(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> counts) {
    List<Standing> teams = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      teams.add(team("T" + i, counts.get(i), 10 * (1 + i % 3)));
    }
    Map<String, Integer> places = Ranking.of(teams);
    for (Standing team : teams) {
      long ahead =
          teams.stream()
              .filter(other -> other.checkIns() * team.target() > team.checkIns() * other.target())
              .count();
      assertThat(places).containsEntry(team.team(), (int) ahead + 1);
    }
  }

  @Property
  void shouldGiveEqualTeamsOnePlaceAndTheFirstToOne(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> counts,
      @ForAll @Size(12) List<@IntRange(max = 2) Integer> targets) {
    List<Standing> teams = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      teams.add(team("T" + i, counts.get(i), 10 * targets.get(i)));
    }
    Map<String, Integer> places = Ranking.of(teams);
    assertThat(places.values()).allMatch(place -> place >= 1 && place <= teams.size()).contains(1);
    for (Standing a : teams) {
      for (Standing b : teams) {
        if (a.checkIns() == b.checkIns() && a.target() == b.target()) {
          assertThat(places.get(a.team())).isEqualTo(places.get(b.team()));
        }
      }
    }
  }
}
