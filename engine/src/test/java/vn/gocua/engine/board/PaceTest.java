package vn.gocua.engine.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  @ParameterizedTest
  @CsvSource({
    "1.7,on-target",
    "1.0,on-target",
    "0.999,close",
    "0.7,close",
    "0.699,behind",
    "0,behind",
    "NaN,none"
  })
  void shouldJudgeByWhatWasExpectedByNow(double pace, String level) {
    assertThat(Pace.level(pace)).isEqualTo(level);
  }
}
