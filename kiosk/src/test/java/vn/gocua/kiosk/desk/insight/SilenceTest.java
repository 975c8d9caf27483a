package vn.gocua.kiosk.desk.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private static final Instant BEGIN = Instant.parse("2025-08-11T00:00:00Z");

  @Test
  void shouldCountFromTheLatestCheckIn() {
    Instant last = BEGIN.plus(Duration.ofDays(5));
    assertThat(silence(last, last.plus(Duration.ofHours(23)))).isEqualTo(Silence.NONE);
    assertThat(silence(last, last.plus(Duration.ofDays(1)))).isEqualTo(Silence.DAY);
    assertThat(silence(last, last.plus(Duration.ofHours(47)))).isEqualTo(Silence.DAY);
    assertThat(silence(last, last.plus(Duration.ofDays(2)))).isEqualTo(Silence.TWO_DAYS);
  }

  @Test
  void shouldCountFromTheFirstMorningForATeamThatWasNeverHeardOf() {
    assertThat(Silence.of(null, BEGIN, BEGIN.plus(Duration.ofHours(3)))).isEqualTo(Silence.NONE);
    assertThat(Silence.of(null, BEGIN, BEGIN.plus(Duration.ofHours(30)))).isEqualTo(Silence.DAY);
    assertThat(silence(BEGIN.minus(Duration.ofDays(9)), BEGIN.plus(Duration.ofHours(3))))
        .as("a clock that was wrong for a year makes nobody silent")
        .isEqualTo(Silence.NONE);
  }

  private static Silence silence(Instant last, Instant now) {
    return Silence.of(last, BEGIN, now);
  }
}
