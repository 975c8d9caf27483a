package vn.gocua.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A message that got lost is noticed, at the latest by the sender's next heartbeat. */
class SequenceGapsTest {
  private final SequenceGaps gaps = new SequenceGaps();

  @Test
  void shouldMissNothingThatCameBeforeTheFirst() {
    assertThat(gaps.message("a", 812)).isFalse();
    assertThat(gaps.heartbeat("b", 7)).isFalse();
  }

  @Test
  void shouldMissNothingInARow() {
    gaps.message("a", 1);
    assertThat(gaps.message("a", 2)).isFalse();
    assertThat(gaps.heartbeat("a", 2)).isFalse();
    assertThat(gaps.heartbeat("a", 2)).isFalse();
    assertThat(gaps.message("a", 3)).isFalse();
  }

  @Test
  void shouldMissOneInTheMiddle() {
    gaps.message("a", 1);
    assertThat(gaps.message("a", 3)).isTrue();
    assertThat(gaps.message("a", 4)).as("once").isFalse();
  }

  @Test
  void shouldMissTheLastByTheNextBeat() {
    gaps.message("a", 1);
    assertThat(gaps.heartbeat("a", 2)).isTrue();
    assertThat(gaps.heartbeat("a", 2)).as("once").isFalse();
  }

  @Test
  void shouldTellTheOthersApart() {
    gaps.message("a", 1);
    gaps.message("b", 9);
    assertThat(gaps.message("a", 2)).isFalse();
    assertThat(gaps.heartbeat("b", 9)).isFalse();
  }
}
