package vn.gocua.rehearsal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final int MANY = 20_000;

  private final SplittableRandom random = new SplittableRandom(5);

  @Test
  void shouldDrawEachChoiceAsOftenAsItsWeight() {
    Weights weights = Weights.parse("1 0 3");

    int[] drawn = new int[3];
    for (int i = 0; i < MANY; i++) {
      drawn[weights.any(random)]++;
    }

    assertThat(drawn[1]).isZero();
    assertThat(drawn[2] / (double) drawn[0]).isCloseTo(3, within(0.2));
  }

  @Test
  void shouldRefuseWeightsThatLeaveNoChoice() {
    assertThatIllegalArgumentException().isThrownBy(() -> Weights.parse("0 0"));
    assertThatIllegalArgumentException().isThrownBy(() -> Weights.parse("2 -1"));
  }

  @Test
  void shouldHappenAsOftenAsExpected() {
    double mean =
        IntStream.range(0, MANY).map(_ -> Poisson.any(random, 9.5)).average().orElseThrow();

    assertThat(mean).isCloseTo(9.5, within(0.1));
  }

  @Test
  void shouldMakeTeamsThatTogetherReachAboutTheirTarget() {
    double pace =
        IntStream.range(0, MANY)
            .mapToObj(_ -> TeamActivity.any(random))
            .mapToDouble(activity -> activity.pace() * (1 - activity.idleDays()))
            .average()
            .orElseThrow();

    assertThat(pace).isBetween(0.9, 1.05);
  }

  @Test
  void shouldLoseAnAnswerSometimesAndHearMost() {
    long heard =
        IntStream.range(0, MANY)
            .filter(_ -> PostOutcome.any(random) == PostOutcome.ANSWERED)
            .count();

    assertThat(heard / (double) MANY).isCloseTo(0.92, within(0.01));
  }
}
