package vn.gocua.kiosk.wall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamGridTest {
  @ParameterizedTest
  @CsvSource({"1,1", "4,2", "12,3", "36,6", "60,8"})
  void shouldFillALandscapeFieldWithNearlySquareTiles(int teams, int columns) {
    assertThat(TeamGrid.columns(teams, 1.05)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "4,2", "12,4", "36,9", "60,10"})
  void shouldUseTheWiderFieldOfAPortraitWall(int teams, int columns) {
    assertThat(TeamGrid.columns(teams, 1.75)).isEqualTo(columns);
  }
}
