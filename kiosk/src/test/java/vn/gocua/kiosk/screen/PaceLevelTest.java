package vn.gocua.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gocua.protocol.board.BoardMessage.Standing;

class PaceLevelTest {
  @ParameterizedTest
  @CsvSource({"on-target,ON_TARGET", "close,CLOSE", "behind,BEHIND", "none,EARLY"})
  void shouldShowTheEnginesJudgementWhateverThePace(String word, PaceLevel level) {
    assertThat(PaceLevel.of(standing(5, 0.0, word))).isEqualTo(level);
    assertThat(PaceLevel.of(standing(5, 1.0, word))).isEqualTo(level);
  }

  @Test
  void shouldSayOfATeamWithoutACheckInThatItHasNone() {
    assertThat(PaceLevel.of((Standing) null)).isEqualTo(PaceLevel.NONE);
    assertThat(PaceLevel.of(standing(0, 0.0, "behind"))).isEqualTo(PaceLevel.NONE);
    assertThat(PaceLevel.of(standing(0, null, "none"))).isEqualTo(PaceLevel.NONE);
  }

  @Test
  void shouldSayOfATeamWithoutATargetThatItHasNone() {
    Standing team = new Standing("T37", 1, 2, 1, null, 0, null, "none", 36);
    assertThat(PaceLevel.of(team)).isEqualTo(PaceLevel.NO_TARGET);
    Standing idle = new Standing("T37", 0, 0, 0, null, 0, null, "none", 36);
    assertThat(PaceLevel.of(idle)).isEqualTo(PaceLevel.NONE);
  }

  @Test
  void shouldRateNobodyWithoutAJudgementItKnows() {
    assertThat(PaceLevel.of(standing(3, 1.2, null))).isEqualTo(PaceLevel.EARLY);
    assertThat(PaceLevel.of(standing(3, 1.2, "far-ahead"))).isEqualTo(PaceLevel.EARLY);
    assertThat(PaceLevel.of((String) null)).isEqualTo(PaceLevel.NONE);
  }

  private static Standing standing(long checkIns, @Nullable Double pace, @Nullable String level) {
    return new Standing("T01", checkIns, checkIns, 0, null, 450, pace, level, 1);
  }
}
