package vn.gocua.engine.live.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The protocol of docs/decisions/0003, in every interleaving of a small world. */
final class ProtocolModelTest {

  @Test
  void shouldNeverLoseNorDoubleWithTwoEventsAndThreeFaults() {
    Explorer explorer = new Explorer(Rules.OURS);
    assertThat(explorer.explore(World.begin(2, 3))).isEmpty();
    assertThat(explorer.worlds()).isGreaterThan(10_000);
  }

  @Test
  void shouldNeverLoseNorDoubleWithThreeEventsAndOneFault() {
    assertThat(new Explorer(Rules.OURS).explore(World.begin(3, 1))).isEmpty();
  }

  @Test
  void shouldDoubleWithoutTheSetOfIds() {
    assertThat(broken(Rules.OURS.withoutIdSet()))
        .hasValueSatisfying(w -> assertThat(w).contains("times"));
  }

  @Test
  void shouldLoseWhenAFoldIsSetFromOutside() {
    assertThat(broken(Rules.OURS.withoutLoadInPlace()))
        .hasValueSatisfying(w -> assertThat(w).contains("rests at"));
  }

  @Test
  void shouldCountOnAnotherDayWhenTheRepeatedCopyIsApplied() {
    assertThat(broken(Rules.OURS.withoutStoredStream()))
        .hasValueSatisfying(w -> assertThat(w).contains("does not have it"));
  }

  @Test
  void shouldStayBehindWithoutTheSweep() {
    assertThat(broken(Rules.OURS.withoutSweep()))
        .hasValueSatisfying(w -> assertThat(w).contains("rests at"));
  }

  @Test
  void shouldLoseWhenAnsweringBeforeTheJournal() {
    assertThat(broken(Rules.OURS.answeringEarly()))
        .hasValueSatisfying(w -> assertThat(w).contains("not in the journal"));
  }

  private static Optional<String> broken(Rules rules) {
    return new Explorer(rules).explore(World.begin(2, 2));
  }
}
