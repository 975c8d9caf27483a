package vn.gocua.rehearsal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhonePlanTest {
  private static final Instant NOON = Instant.parse("2025-08-12T05:00:00Z");

  @Test
  void shouldShowATimeThatItsOffsetSetsRight() {
    PhonePlan ahead = phone(Duration.ofHours(-2));

    Instant shown = ahead.shown(NOON);

    assertThat(shown).isEqualTo(NOON.plus(Duration.ofHours(2)));
    assertThat(shown.plus(ahead.clockOffset())).isEqualTo(NOON);
  }

  @Test
  void shouldBeOnTheNetworkOutsideItsSpells() {
    PhonePlan phone = phone(Duration.ZERO, outage(0, 60));

    assertThat(phone.offlineUntil(NOON.minusSeconds(1))).isEmpty();
    assertThat(phone.offlineUntil(NOON)).contains(NOON.plus(Duration.ofMinutes(60)));
    assertThat(phone.offlineUntil(NOON.plus(Duration.ofMinutes(60)))).isEmpty();
  }

  @Test
  void shouldStayAwayThroughSpellsThatOverlap() {
    PhonePlan phone = phone(Duration.ZERO, outage(0, 60), outage(30, 90), outage(120, 150));

    assertThat(phone.offlineUntil(NOON.plusSeconds(1))).contains(NOON.plus(Duration.ofMinutes(90)));
  }

  private static PhonePlan phone(Duration offset, Outage... outages) {
    return new PhonePlan("T01", 1, offset, List.of(outages), List.of(), 1);
  }

  private static Outage outage(int fromMinute, int untilMinute) {
    return new Outage(
        NOON.plus(Duration.ofMinutes(fromMinute)), NOON.plus(Duration.ofMinutes(untilMinute)));
  }
}
