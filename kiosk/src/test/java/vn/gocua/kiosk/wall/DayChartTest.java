package vn.gocua.kiosk.wall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayChartTest {
  @ParameterizedTest
  @CsvSource({"0,1", "0.4,0.5", "1,1", "360,500", "501,700", "701,1000", "1000,1000", "1001,1500"})
  void shouldChooseAScaleThatSeldomMoves(double value, double top) {
    assertThat(DayChart.roundUp(value)).isEqualTo(top);
  }
}
