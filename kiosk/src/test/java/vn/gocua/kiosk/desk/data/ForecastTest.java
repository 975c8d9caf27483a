package vn.gocua.kiosk.desk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.desk.data.Forecast.Outlook;

class ForecastTest {
  private static final int DAYS = 45;

  @Test
  void shouldSayNothingBeforeThreeCompleteDaysOrAfterTheEnd() {
    assertThat(Forecast.of(List.of(), DAYS)).isEmpty();
    assertThat(Forecast.of(List.of(10L, 12L, 11L), DAYS)).isEmpty();
    assertThat(Forecast.of(List.of(10L, 12L, 11L, 0L), DAYS)).isPresent();
    assertThat(Forecast.of(Collections.nCopies(DAYS + 1, 10L), DAYS)).isEmpty();
  }

  @Test
  void shouldGoStraightOnWhenEveryDayIsAlike() {
    List<Long> steady = new ArrayList<>(Collections.nCopies(12, 100L));
    steady.add(40L); // Today, not over yet.
    assertThat(Forecast.of(steady, DAYS)).contains(new Forecast(4_500, 4_500, 4_500, 12));
  }

  @Test
  void shouldCountABusyTodayForWhatItIs() {
    List<Long> busy = new ArrayList<>(Collections.nCopies(12, 100L));
    busy.add(250L);
    assertThat(Forecast.of(busy, DAYS).orElseThrow().likely()).isEqualTo(4_500 + 150);
  }

  @Test
  void shouldLookAtTheLatestTwoWeeksOnly() {
    List<Long> better = new ArrayList<>(Collections.nCopies(10, 10L));
    better.addAll(Collections.nCopies(Forecast.LOOK_BACK, 100L));
    better.add(0L);
    Forecast forecast = Forecast.of(better, DAYS).orElseThrow();
    assertThat(forecast).isEqualTo(new Forecast(3_600, 3_600, 3_600, Forecast.LOOK_BACK));
  }

  @Test
  void shouldNeverPromiseLessThanIsCounted() {
    Forecast wild = Forecast.of(List.of(0L, 900L, 0L, 0L), DAYS).orElseThrow();
    assertThat(wild.low()).isEqualTo(900);
    assertThat(wild.high()).isGreaterThan(wild.likely());
  }

  @Test
  void shouldHoldTheTrueEndInFourOfFiveCampaigns() {
    for (int today : new int[] {5, 15, 35}) {
      Random random = new Random(today);
      int held = 0;
      int campaigns = 4_000;
      for (int i = 0; i < campaigns; i++) {
        long[] days =
            LongStream.generate(() -> Math.round(400 + 60 * random.nextGaussian()))
                .limit(DAYS)
                .toArray();
        List<Long> known = new ArrayList<>(LongStream.of(days).limit(today - 1).boxed().toList());
        known.add(0L);
        Forecast forecast = Forecast.of(known, DAYS).orElseThrow();
        long end = LongStream.of(days).sum();
        held += forecast.low() <= end && end <= forecast.high() ? 1 : 0;
      }
      assertThat((double) held / campaigns).as("day %d", today).isBetween(0.77, 0.83);
    }
  }

  @Test
  void shouldWeighATargetAgainstTheWholeRange() {
    Forecast forecast = new Forecast(1_000, 900, 1_100, 14);
    assertThat(forecast.outlook(900)).isEqualTo(Outlook.SURE);
    assertThat(forecast.outlook(901)).isEqualTo(Outlook.OPEN);
    assertThat(forecast.outlook(1_100)).isEqualTo(Outlook.OPEN);
    assertThat(forecast.outlook(1_101)).isEqualTo(Outlook.SHORT);
  }
}
