package vn.gocua.rehearsal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalClockTest {
  private static final Instant ORIGIN = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant START = Instant.parse("2026-11-22T17:00:00Z");

  @Test
  void shouldMakeADayOfTenSecondsAtTheUsualSpeed() {
    RehearsalClock clock =
        RehearsalClock.parse("2026-11-23T10:00:00Z;2026-11-23T00:00:00+07:00;8640");

    assertThat(clock.campaignTime(ORIGIN)).isEqualTo(START);
    assertThat(clock.campaignTime(ORIGIN.plusSeconds(10)))
        .isEqualTo(START.plus(Duration.ofDays(1)));
    assertThat(clock.campaignTime(ORIGIN.minusSeconds(5)))
        .isEqualTo(START.minus(Duration.ofHours(12)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 8640, 86_400, 1_000_000})
  void shouldFindTheRealTimeOfACampaignTime(double speed) {
    RehearsalClock clock = new RehearsalClock(ORIGIN, START, speed);
    Instant campaign = START.plus(Duration.ofDays(45)).plusMillis(123);

    Instant there = clock.campaignTime(clock.realTime(campaign));

    assertThat(there).isCloseTo(campaign, within((long) (speed * 2), ChronoUnit.MICROS));
  }

  @Test
  void shouldReadWhatItWrites() {
    RehearsalClock clock = new RehearsalClock(ORIGIN, START, 8640);

    assertThat(RehearsalClock.parse(clock.toString())).isEqualTo(clock);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-23T10:00:00Z;2026-11-23T00:00:00+07:00",
        "now;2026-11-23T00:00:00+07:00;8640",
        "2026-11-23T10:00:00Z;2026-11-23T00:00:00+07:00;fast",
        "2026-11-23T10:00:00Z;2026-11-23T00:00:00+07:00;0",
        "2026-11-23T10:00:00Z;2026-11-23T00:00:00+07:00;NaN"
      })
  void shouldRefuseWhatIsNoClock(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> RehearsalClock.parse(text));
  }
}
