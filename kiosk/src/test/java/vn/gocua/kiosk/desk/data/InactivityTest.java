package vn.gocua.kiosk.desk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InactivityTest {
  private static final Instant BEGIN = Instant.parse("2025-08-11T00:00:00Z");

  @Test
  void shouldCountFromTheLatestCheckIn() {
    Instant last = BEGIN.plus(Duration.ofDays(5));
    assertThat(silence(last, last.plus(Duration.ofHours(23)))).isEqualTo(Inactivity.NONE);
    assertThat(silence(last, last.plus(Duration.ofDays(1)))).isEqualTo(Inactivity.DAY);
    assertThat(silence(last, last.plus(Duration.ofHours(47)))).isEqualTo(Inactivity.DAY);
    assertThat(silence(last, last.plus(Duration.ofDays(2)))).isEqualTo(Inactivity.TWO_DAYS);
  }

  @Test
  void shouldCountFromTheFirstMorningForATeamThatWasNeverHeardOf() {
    assertThat(Inactivity.of(null, BEGIN, BEGIN.plus(Duration.ofHours(3))))
        .isEqualTo(Inactivity.NONE);
    assertThat(Inactivity.of(null, BEGIN, BEGIN.plus(Duration.ofHours(30))))
        .isEqualTo(Inactivity.DAY);
    assertThat(silence(BEGIN.minus(Duration.ofDays(9)), BEGIN.plus(Duration.ofHours(3))))
        .as("a clock that was wrong for a year makes nobody silent")
        .isEqualTo(Inactivity.NONE);
  }

  private static Inactivity silence(Instant last, Instant now) {
    return Inactivity.of(last, BEGIN, now);
  }
}
