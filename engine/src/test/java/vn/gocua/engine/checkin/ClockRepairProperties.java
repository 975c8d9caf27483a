package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** A phone's wrong clock is repaired by what it lacks, and a right one is left alone. */
class ClockRepairProperties {
  private static final Instant RECEIVED = Instant.parse("2025-08-22T02:30:00Z");
  private static final long YEAR = 366L * 24 * 3600;

  @Provide
  Arbitrary<Instant> times() {
    return Arbitraries.longs().between(-2 * YEAR * 1000, 2 * YEAR * 1000).map(RECEIVED::plusMillis);
  }

  @Property
  void shouldLeaveAClockAloneThatIsOffByTwoMinutesOrLess(
      @ForAll("times") Instant occurredAt, @ForAll @LongRange(min = -120, max = 120) long offset) {
    assertThat(ClockRepair.repaired(occurredAt, offset, null, RECEIVED)).isEqualTo(occurredAt);
    Instant sentAt = RECEIVED.minusSeconds(offset);
    assertThat(ClockRepair.repaired(occurredAt, null, sentAt, RECEIVED)).isEqualTo(occurredAt);
  }

  @Property
  void shouldBelieveTheOffsetTakenAtTheTapBeforeTheOneOnSending(
      @ForAll("times") Instant occurredAt,
      @ForAll @LongRange(min = 121, max = YEAR) long offset,
      @ForAll("times") Instant sentAt) {
    assertThat(ClockRepair.repaired(occurredAt, offset, sentAt, RECEIVED))
        .isEqualTo(occurredAt.plusSeconds(offset));
    assertThat(ClockRepair.repaired(occurredAt, -offset, sentAt, RECEIVED))
        .isEqualTo(occurredAt.minusSeconds(offset));
  }

  @Property
  void shouldFindTheRightTimeOfAClockThatIsOff(
      @ForAll @LongRange(min = 0, max = YEAR) long secondsAgo,
      @ForAll @LongRange(min = -YEAR, max = YEAR) long off) {
    Instant really = RECEIVED.minusSeconds(secondsAgo);
    Instant repaired =
        ClockRepair.repaired(really.plusSeconds(off), null, RECEIVED.plusSeconds(off), RECEIVED);
    assertThat(Duration.between(really, repaired).abs()).isLessThanOrEqualTo(Duration.ofMinutes(2));
  }

  @Example
  void shouldTakeAPhonesTimeAsItIsWhenNothingIsKnownOfItsClock() {
    Instant occurredAt = RECEIVED.minus(Duration.ofDays(400));
    assertThat(ClockRepair.repaired(occurredAt, null, null, RECEIVED)).isEqualTo(occurredAt);
  }
}
