package vn.gocua.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose clock is right. */
class ClockVoteTest {
  private static final long HOUR = 3_600_000;

  @Test
  void shouldAgreeAlone() {
    assertThat(ClockVote.agrees(0, Map.of())).isTrue();
  }

  @Test
  void shouldForgiveFiveSeconds() {
    assertThat(ClockVote.agrees(5_000, Map.of("first", 0L))).isTrue();
    assertThat(ClockVote.agrees(5_001, Map.of("first", 0L))).isFalse();
    assertThat(ClockVote.agrees(-5_001, Map.of("first", 0L))).isFalse();
  }

  @Test
  void shouldBelieveTheFirstOfTwo() {
    assertThat(ClockVote.agrees(HOUR, Map.of("first", 0L))).isFalse();
    assertThat(ClockVote.agrees(0, Map.of("second", HOUR))).isTrue();
  }

  @Test
  void shouldOutvoteOneOfThree() {
    assertThat(ClockVote.agrees(HOUR, Map.of("first", 0L, "second", 12L))).isFalse();
    assertThat(ClockVote.agrees(12, Map.of("first", 0L, "third", HOUR))).isTrue();
  }

  @Test
  void shouldOutvoteTheFirstOfThree() {
    assertThat(ClockVote.agrees(0, Map.of("second", HOUR, "third", HOUR + 9))).isFalse();
    assertThat(ClockVote.agrees(HOUR, Map.of("first", 0L, "third", HOUR + 9))).isTrue();
  }
}
