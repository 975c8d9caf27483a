package vn.gocua.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.gocua.engine.support.Campaigns;

/** A day's number and its date say the same. */
class CampaignProperties {

  @Provide
  Arbitrary<Campaign> campaigns() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4000),
            Arbitraries.integers().between(1, 366),
            Arbitraries.of("Asia/Ho_Chi_Minh", "UTC", "America/New_York", "Pacific/Kiritimati"))
        .as((day, days, zone) ->
            Campaigns.of(LocalDate.of(2020, 1, 1).plusDays(day), days, ZoneId.of(zone), 1));
  }

  @Property
  void shouldNumberEachDayOnce(
      @ForAll("campaigns") Campaign campaign, @ForAll @IntRange(min = 1, max = 366) int number) {
    int day = Math.min(number, campaign.days());
    assertThat(campaign.dayOf(campaign.dateOfDay(day))).isEqualTo(day);
    assertThat(campaign.dateOfDay(1)).isEqualTo(campaign.startDate());
    assertThat(campaign.dateOfDay(campaign.days())).isEqualTo(campaign.lastDate());
  }

  @Property
  void shouldBeDayZeroBeforeAndOneMoreThanAllAfter(
      @ForAll("campaigns") Campaign campaign, @ForAll @IntRange(min = 1, max = 40_000) int far) {
    assertThat(campaign.dayOf(campaign.startDate().minusDays(far))).isZero();
    assertThat(campaign.dayOf(campaign.lastDate().plusDays(far))).isEqualTo(campaign.days() + 1);
  }

  @Property
  void shouldTurnTheDayAtMidnightOfItsZone(
      @ForAll("campaigns") Campaign campaign, @ForAll @IntRange(min = 2, max = 366) int number) {
    int day = Math.max(1, Math.min(number, campaign.days()));
    Instant midnight =
        campaign.dateOfDay(day).atTime(LocalTime.MIDNIGHT).atZone(campaign.zone()).toInstant();
    assertThat(campaign.dayOf(midnight)).isEqualTo(day);
    assertThat(campaign.dayOf(midnight.minusNanos(1))).isEqualTo(day - 1);
  }
}
