package vn.gocua.engine.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.Weekdays;
import vn.gocua.engine.support.Campaigns;

/** What may be expected by now grows from nothing to all, and never falls. */
class PaceProperties {
  private static final int DAYS = 45;
  private static final long MINUTES = DAYS * 24L * 60;
  private static final Campaign CAMPAIGN =
      Campaigns.of(LocalDate.of(2025, 8, 11), DAYS, ZoneId.of("Asia/Ho_Chi_Minh"), 1);
  private static final Instant START = Instant.parse("2025-08-10T17:00:00Z");

  private static double elapsed(long minutes) {
    return Pace.elapsed(CAMPAIGN, START.plus(Duration.ofMinutes(minutes)));
  }

  @Property
  void shouldStayBetweenNothingAndAll(
      @ForAll @LongRange(min = -MINUTES, max = 2 * MINUTES) long minutes) {
    assertThat(elapsed(minutes)).isBetween(0.0, 1.0);
  }

  @Property
  void shouldNeverFall(
      @ForAll @LongRange(min = -MINUTES, max = 2 * MINUTES) long minutes,
      @ForAll @LongRange(min = 0, max = MINUTES) long later) {
    assertThat(elapsed(minutes + later)).isGreaterThanOrEqualTo(elapsed(minutes));
  }

  @Property
  void shouldBeOneWhenExactlyWhatIsExpectedIsDone(@ForAll @IntRange(min = 1, max = 100_000) int n) {
    assertThat(Pace.of(n, n, 1)).isEqualTo(1.0);
    assertThat(Pace.of(0, n, 1)).isZero();
  }

  @Property
  void shouldSayNothingWhileNothingIsExpected(
      @ForAll @IntRange(max = 1000) int actual, @ForAll @IntRange(max = 100_000) int target) {
    assertThat(Pace.of(actual, target, 0)).isNaN();
    assertThat(Pace.of(actual, 0, 0.5)).isNaN();
  }

  @Example
  void shouldCountADayOverItsWorkingHours() {
    assertThat(elapsed(0)).isZero();
    assertThat(elapsed(7 * 60)).isZero();
    assertThat(elapsed(14 * 60)).isEqualTo(0.5 / DAYS);
    assertThat(elapsed(21 * 60)).isEqualTo(1.0 / DAYS);
    assertThat(elapsed(24 * 60 + 6 * 60)).isEqualTo(1.0 / DAYS);
    assertThat(elapsed(MINUTES)).isEqualTo(1);
    assertThat(elapsed(-1)).isZero();
  }

  @Example
  void shouldExpectMoreOfDaysThatWeighMore() {
    Campaign week =
        weighted(Map.of(DayOfWeek.SATURDAY, 3.0, DayOfWeek.SUNDAY, 0.0), LocalDate.of(2025, 8, 11));
    // Five days of 1, a Saturday of 3, a Sunday of nothing.
    assertThat(Pace.elapsed(week, evening("2025-08-11"))).isEqualTo(1.0 / 8);
    assertThat(Pace.elapsed(week, evening("2025-08-15"))).isEqualTo(5.0 / 8);
    assertThat(Pace.elapsed(week, evening("2025-08-16"))).isEqualTo(1.0);
    assertThat(Pace.elapsed(week, evening("2025-08-17"))).isEqualTo(1.0);
  }

  @Example
  void shouldExpectNothingOfACampaignOfDaysWithoutWeight() {
    Campaign sunday = weighted(Map.of(DayOfWeek.SUNDAY, 0.0), LocalDate.of(2025, 8, 17), 1);
    assertThat(Pace.elapsed(sunday, evening("2025-08-17"))).isZero();
  }

  private static Instant evening(String date) {
    return Instant.parse(date + "T15:00:00Z");
  }

  private static Campaign weighted(Map<DayOfWeek, Double> weights, LocalDate start) {
    return weighted(weights, start, 7);
  }

  private static Campaign weighted(Map<DayOfWeek, Double> weights, LocalDate start, int days) {
    Campaign even = Campaigns.of(start, days, ZoneId.of("Asia/Ho_Chi_Minh"), 1);
    Edition edition = even.edition();
    return new Campaign(
        even.id(),
        even.startDate(),
        even.days(),
        even.zone(),
        new Edition(
            edition.revision(),
            edition.name(),
            edition.place(),
            edition.sample(),
            edition.activities(),
            edition.groups(),
            edition.hamlets(),
            edition.teams(),
            edition.target(),
            Weekdays.with(weights),
            null));
  }
}
