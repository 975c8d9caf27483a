package vn.gocua.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gocua.protocol.board.BoardMessage.Standing;

class PaceLevelTest {
  @ParameterizedTest
  @CsvSource({
    "1.0,ON_TARGET",
    "1.7,ON_TARGET",
    "0.999,CLOSE",
    "0.7,CLOSE",
    "0.699,BEHIND",
    "0,BEHIND"
  })
  void shouldJudgeByWhatWasExpectedByNow(double pace, PaceLevel level) {
    assertThat(PaceLevel.of(standing(5, pace))).isEqualTo(level);
  }

  @Test
  void shouldJudgeNobodyWhoHasNoCheckInOrOfWhomNothingIsExpectedYet() {
    assertThat(PaceLevel.of(null)).isEqualTo(PaceLevel.NONE);
    assertThat(PaceLevel.of(standing(0, 0.0))).isEqualTo(PaceLevel.NONE);
    assertThat(PaceLevel.of(standing(0, null))).isEqualTo(PaceLevel.NONE);
    assertThat(PaceLevel.of(standing(3, null))).isEqualTo(PaceLevel.EARLY);
  }

  private static Standing standing(long checkIns, @Nullable Double pace) {
    return new Standing("T01", checkIns, checkIns, 0, null, 450, pace, 1);
  }
}
