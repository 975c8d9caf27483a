package vn.gocua.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.testkit.SettableClock;

/** A rehearsal's time: from its own start, at its own speed. */
class CampaignClockTest {
  private final SettableClock real = SettableClock.at("2026-11-23T10:00:00Z");

  @Test
  void shouldRunAtItsOwnSpeedFromItsOwnStart() {
    CampaignClock clock =
        CampaignClock.parse("2026-11-23T10:00:00Z;2025-08-11T00:00:00+07:00;8640", real);
    assertThat(clock.instant()).isEqualTo(Instant.parse("2025-08-10T17:00:00Z"));
    real.advance(Duration.ofSeconds(10));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2025-08-11T17:00:00Z"));
    real.advance(Duration.ofMillis(1));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2025-08-11T17:00:08.640Z"));
    assertThat(clock.speed()).isEqualTo(8640);
  }

  @Test
  void shouldGoOnWhereItWouldBeAfterARestart() {
    String text = "2026-11-23T10:00:00Z;2025-08-11T00:00:00+07:00;60";
    CampaignClock first = CampaignClock.parse(text, real);
    real.advance(Duration.ofMinutes(5));
    CampaignClock second = CampaignClock.parse(text, real);
    assertThat(second.instant()).isEqualTo(first.instant());
    assertThat(second.instant()).isEqualTo(Instant.parse("2025-08-10T22:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "noon",
        "2026-11-23T10:00:00Z;2025-08-11T00:00:00+07:00",
        "2026-11-23T10:00:00Z;2025-08-11T00:00:00+07:00;fast",
        "2026-11-23T10:00:00Z;2025-08-11T00:00:00+07:00;-1",
        "2026-11-23T10:00:00Z;2025-08-11T00:00:00+07:00;NaN",
        "2026-11-23T10:00:00Z;2025-08-11T00:00:00+07:00;1000001",
        "2026-11-23T10:00:00Z;2025-08-11T00:00:00+07:00;1;1",
        "2026-11-23;2025-08-11T00:00:00+07:00;1"
      })
  void shouldRefuseWhatIsNoClock(String text) {
    assertThatThrownBy(() -> CampaignClock.parse(text, real))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
