package vn.gocua.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose clock is right. */
class ClockCheckTest {
  private static final long HOUR = 3_600_000;

  @Test
  void shouldAgreeAlone() {
    assertThat(ClockCheck.agrees(0, Map.of())).isTrue();
  }

  @Test
  void shouldForgiveFiveSeconds() {
    assertThat(ClockCheck.agrees(5_000, Map.of("first", 0L))).isTrue();
    assertThat(ClockCheck.agrees(5_001, Map.of("first", 0L))).isFalse();
    assertThat(ClockCheck.agrees(-5_001, Map.of("first", 0L))).isFalse();
  }

  @Test
  void shouldBelieveTheFirstOfTwo() {
    assertThat(ClockCheck.agrees(HOUR, Map.of("first", 0L))).isFalse();
    assertThat(ClockCheck.agrees(0, Map.of("second", HOUR))).isTrue();
  }

  @Test
  void shouldOutvoteOneOfThree() {
    assertThat(ClockCheck.agrees(HOUR, Map.of("first", 0L, "second", 12L))).isFalse();
    assertThat(ClockCheck.agrees(12, Map.of("first", 0L, "third", HOUR))).isTrue();
  }

  @Test
  void shouldOutvoteTheFirstOfThree() {
    assertThat(ClockCheck.agrees(0, Map.of("second", HOUR, "third", HOUR + 9))).isFalse();
    assertThat(ClockCheck.agrees(HOUR, Map.of("first", 0L, "third", HOUR + 9))).isTrue();
  }
}
