package vn.gocua.rehearsal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayRhythmTest {
  private static final LocalDate MONDAY = LocalDate.of(2025, 8, 11);

  @Test
  void shouldLetPeopleSleep() {
    for (int day = 0; day < 7; day++) {
      assertThat(times(MONDAY.plusDays(day)))
          .allMatch(time -> !time.isBefore(LocalTime.of(5, 30)))
          .allMatch(time -> time.isBefore(LocalTime.of(21, 30)));
    }
  }

  @Test
  void shouldBeBusierInTheMorningAndTheEveningThanAtNoonOnAWorkingDay() {
    List<LocalTime> times = times(MONDAY);

    assertThat(within(times, 8, 10)).isGreaterThan(3 * within(times, 12, 14));
    assertThat(within(times, 19, 21)).isGreaterThan(3 * within(times, 12, 14));
  }

  @Test
  void shouldMakeSaturdaysTheBusiestAndSundaysTheQuietestDays() {
    double monday = DayRhythm.of(MONDAY).busyness();
    double saturday = DayRhythm.of(MONDAY.plusDays(5)).busyness();
    double sunday = DayRhythm.of(MONDAY.plusDays(6)).busyness();

    assertThat(saturday).isGreaterThan(monday);
    assertThat(sunday).isLessThan(monday);
  }

  private static List<LocalTime> times(LocalDate date) {
    SplittableRandom random = new SplittableRandom(1);
    DayRhythm rhythm = DayRhythm.of(date);
    return IntStream.range(0, 5000).mapToObj(_ -> rhythm.any(random)).toList();
  }

  private static long within(List<LocalTime> times, int fromHour, int untilHour) {
    return times.stream()
        .filter(time -> time.getHour() >= fromHour && time.getHour() < untilHour)
        .count();
  }
}
