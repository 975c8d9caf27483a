package vn.gocua.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.gocua.system.house.Cycles.Arrow;
import vn.gocua.system.house.FeatureEdges.Edge;

/** Which arrows of a graph are faults. */
class CyclesTest {
  @Test
  void shouldNameTheArrowsOfCyclesOnly() {
    assertThat(
            Cycles.in(
                Map.of(
                    "root", Set.of("a"),
                    "a", Set.of("b", "leaf"),
                    "b", Set.of("c"),
                    "c", Set.of("a", "leaf"))))
        .containsExactlyInAnyOrder(new Arrow("a", "b"), new Arrow("b", "c"), new Arrow("c", "a"));
  }

  @Test
  void shouldNameUsesOfFeaturesThatNobodyAllowedAndEdgesThatNobodyUses() {
    Set<String> features = Set.of("x.help", "x.roster", "x.board");
    Map<String, Set<String>> uses =
        Map.of(
            "x.help.state",
            Set.of("x.roster", "x.http", "x.help"),
            "x.board",
            Set.of("x.roster.table"));
    assertThat(
            FeatureEdges.faults(
                features,
                uses,
                List.of(new Edge("help", "roster", "teams"), new Edge("roster", "board", "?"))))
        .extracting(Fault::key)
        .containsExactlyInAnyOrder("board -> roster", "roster -> board");
  }
}
