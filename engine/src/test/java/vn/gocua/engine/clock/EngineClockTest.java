package vn.gocua.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.engine.clock.Reading.State;
import vn.gocua.testkit.SettableClock;

/** When the engine's clock is doubted, and when it is not. */
class EngineClockTest {
  private static final Instant NOW = Instant.parse("2025-08-22T02:30:00Z");
  private static final Duration DAYS = Duration.ofDays(3);
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final SettableClock wall = SettableClock.at(NOW.toString());

  /** Near the end of its range: such clocks may begin anywhere. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);

  private final EngineClock clock = EngineClock.watching(wall, nanos::get, ZONE);

  /** Time passes for everybody. */
  private void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
    wall.advance(time);
  }

  /** Somebody sets the engine's clock. */
  private void set(Duration by) {
    wall.advance(by);
  }

  /** A phone says a time that is off the engine's by so much. */
  private void says(String phone, Duration off) {
    clock.heard(phone, "T01", wall.instant().plus(off), wall.instant());
  }

  private void phones(int many, Duration off) {
    for (int i = 0; i < many; i++) {
      says("phone " + off + " " + i, off.plusSeconds(i));
    }
  }

  private State state() {
    return clock.reading().state();
  }

  @Test
  void shouldBelieveAClockOfWhichNobodyKnowsAnything() {
    assertThat(state()).isEqualTo(State.SURE);
    assertThat(clock.isSure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"P3D", "-P3D", "PT15H", "-PT10H", "P1D", "-P800D", "P20000D"})
  void shouldDoubtWhenMostOfSeveralPhonesAgreeOnAnotherDay(String off) {
    phones(2, Duration.parse(off));
    assertThat(state()).as("two are not several").isEqualTo(State.SURE);
    phones(3, Duration.parse(off));
    assertThat(state()).isEqualTo(State.DOUBTFUL);
    assertThat(clock.reading().lacking()).isCloseTo(Duration.parse(off), Duration.ofSeconds(5));
    assertThat(clock.isSure()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT6M", "-PT6M", "PT1H", "-PT1H", "PT14H", "-PT9H"})
  void shouldLetAllGoOnWhenItIsOffByWhatLeavesTheDay(String off) {
    phones(3, Duration.parse(off));
    assertThat(state()).isEqualTo(State.OFF);
    assertThat(clock.reading().lacking()).isCloseTo(Duration.parse(off), Duration.ofSeconds(5));
    assertThat(clock.isSure()).as("nothing waits").isTrue();
    assertThat(clock.isDoubtful()).isFalse();
  }

  /** Whatever the hour and the error: it is doubted if the true day can be another, else off. */
  @Test
  void shouldDoubtExactlyWhereTheDayMayBeAnother() {
    Random random = new Random(20250822);
    for (int i = 0; i < 3_000; i++) {
      Instant now = NOW.plusSeconds(random.nextLong(Duration.ofDays(2).toSeconds()));
      Duration off = Duration.ofSeconds(random.nextLong(-30 * 3600, 30 * 3600));
      if (off.abs().compareTo(EngineClock.TOLERANCE.plusSeconds(10)) <= 0) {
        continue;
      }
      SettableClock shown = SettableClock.at(now.toString());
      EngineClock one = EngineClock.watching(shown, nanos::get, ZONE);
      for (int phone = 0; phone < 3; phone++) {
        one.heard("phone " + phone, "T01", now.plus(off).plusSeconds(phone), now);
      }
      LocalDate today = LocalDate.ofInstant(now, ZONE);
      boolean oneDay =
          Stream.of(-300L, 300L)
              .map(slack -> LocalDate.ofInstant(now.plus(off).plusSeconds(1 + slack), ZONE))
              .allMatch(today::equals);
      assertThat(one.reading().state())
          .as("%s, off by %s", now, off)
          .isEqualTo(oneDay ? State.OFF : State.DOUBTFUL);
    }
  }

  @Test
  void shouldOnlyBeOffWhenTheJournalAndAPhoneProveThatItIsMinutesSlow() {
    clock.recalled("one", NOW.plusSeconds(600), NOW.plusSeconds(600));
    assertThat(state()).as("it may also have stood still for days").isEqualTo(State.DOUBTFUL);
    says("one", Duration.ofMinutes(11));
    assertThat(state()).isEqualTo(State.OFF);
    assertThat(clock.reading().lacking()).isEqualTo(Duration.ofMinutes(11));
    says("one", DAYS);
    assertThat(state()).as("another day").isEqualTo(State.DOUBTFUL);
  }

  @Test
  void shouldTakeAPersonsWordUntilItIsSetOrOutvoted() {
    clock.seenBefore(NOW.plus(Duration.ofDays(9)));
    assertThat(state()).isEqualTo(State.UNSURE);
    assertThat(clock.confirm(NOW.plus(Duration.ofDays(9)))).as("it shows another time").isFalse();
    assertThat(state()).isEqualTo(State.UNSURE);
    assertThat(clock.confirm(NOW.plusSeconds(40))).isTrue();
    assertThat(state()).isEqualTo(State.SURE);
    assertThat(clock.reading().vouched()).isTrue();
    passes(Duration.ofDays(30));
    assertThat(clock.reading().vouched()).as("a clock that nobody set").isTrue();
    phones(3, DAYS);
    assertThat(state()).isEqualTo(State.DOUBTFUL);
    passes(Duration.ofHours(25));
    set(Duration.ofHours(1));
    assertThat(clock.reading().vouched()).as("it was set").isFalse();
  }

  @Test
  void shouldEndEveryDoubtThatOnlyTheJournalHasByAPersonsWord() {
    clock.recalled("one", NOW.plus(DAYS), NOW.plus(DAYS));
    assertThat(clock.reading().needsAPerson()).isTrue();
    assertThat(clock.confirm(NOW)).isTrue();
    assertThat(state()).isEqualTo(State.SURE);
  }

  @Test
  void shouldStayBorneOutByTwoPhonesAsLongAsNobodySetsIt() {
    phones(2, Duration.ZERO);
    assertThat(clock.reading().vouched()).isTrue();
    passes(Duration.ofDays(20));
    assertThat(clock.reading().agreeing()).as("their words are old").isZero();
    assertThat(clock.reading().vouched()).isTrue();
    set(Duration.ofMinutes(-20));
    assertThat(clock.reading().vouched()).isFalse();
  }

  @Test
  void shouldSayWhatItShowedBeforeItBecameUnsure() {
    clock.seenBefore(NOW.plus(Duration.ofHours(1)));
    passes(Duration.ofMinutes(10));
    assertThat(clock.reading().others()).containsExactly(Duration.ofHours(1));
    set(Duration.ofDays(1));
    assertThat(clock.reading().others()).containsExactly(Duration.ofHours(1).minusDays(1));
  }

  @Test
  void shouldNotDoubtForAFewThatAreWrong() {
    phones(4, Duration.ofSeconds(-20));
    phones(4, Duration.ofDays(-365));
    assertThat(state()).as("as many are right").isEqualTo(State.SURE);
  }

  @Test
  void shouldNotDoubtForManyThatAreEachWrongInTheirOwnWay() {
    for (int i = 1; i <= 20; i++) {
      says("old phone " + i, Duration.ofHours(-7L * i));
    }
    assertThat(state()).isEqualTo(State.SURE);
  }

  @Test
  void shouldCountAPhoneOnceHoweverOftenItSpeaks() {
    for (int i = 0; i < 50; i++) {
      says("one", DAYS);
      passes(Duration.ofSeconds(10));
    }
    assertThat(state()).isEqualTo(State.SURE);
  }

  @Test
  void shouldNotDoubtForWhatPhonesSaidLongAgo() {
    phones(5, DAYS);
    assertThat(state()).isEqualTo(State.DOUBTFUL);
    passes(Duration.ofHours(25));
    assertThat(state()).isEqualTo(State.SURE);
  }

  @Test
  void shouldDoubtAtOnceWhenItIsSetBackWhileItRuns() {
    phones(5, Duration.ZERO);
    set(DAYS.negated());
    assertThat(state()).isEqualTo(State.DOUBTFUL);
    set(DAYS);
    assertThat(state()).as("no longer contradicted").isEqualTo(State.SURE);
  }

  @Test
  void shouldDoubtWhenItIsSetForwardAsSoonAsOnePhoneIsHeard() {
    phones(5, Duration.ZERO);
    set(DAYS);
    assertThat(state()).as("a machine that slept looks alike").isEqualTo(State.UNSURE);
    says("phone PT0S 1", DAYS.negated());
    assertThat(state()).isEqualTo(State.DOUBTFUL);
  }

  @Test
  void shouldNotDoubtAMachineThatSlept() {
    phones(5, Duration.ZERO);
    set(Duration.ofHours(9));
    assertThat(state()).isEqualTo(State.UNSURE);
    says("phone PT0S 1", Duration.ZERO);
    assertThat(state()).isEqualTo(State.SURE);
  }

  @Test
  void shouldRecoverByItselfWhenASlowClockIsSet() {
    phones(5, DAYS);
    assertThat(state()).isEqualTo(State.DOUBTFUL);
    set(DAYS);
    assertThat(state()).isNotEqualTo(State.DOUBTFUL);
    says("phone PT72H 1", Duration.ZERO);
    assertThat(state()).isEqualTo(State.SURE);
  }

  @Test
  void shouldRecoverByItselfWhenAFastClockIsSet() {
    phones(5, DAYS.negated());
    assertThat(state()).isEqualTo(State.DOUBTFUL);
    set(DAYS.negated());
    assertThat(state()).isNotEqualTo(State.DOUBTFUL);
  }

  @Test
  void shouldFollowAClockThatIsCorrectedSlowly() {
    phones(5, Duration.ofMinutes(4));
    for (int i = 0; i < 240; i++) {
      passes(Duration.ofMinutes(1));
      set(Duration.ofSeconds(1));
      assertThat(state()).isEqualTo(State.SURE);
    }
  }

  @Test
  void shouldDoubtAClockBehindWhatTheJournalProves() {
    clock.recalled("one", NOW.plus(DAYS), NOW.plus(DAYS));
    assertThat(state()).isEqualTo(State.DOUBTFUL);
    assertThat(clock.reading().lacking()).as("how far nobody knows").isNull();
    set(DAYS.plusMinutes(1));
    assertThat(state()).isNotEqualTo(State.DOUBTFUL);
  }

  @Test
  void shouldDoubtWhenItIsSetBackBehindWhatTwoPhonesHaveProved() {
    clock.proved("one", NOW, NOW);
    set(DAYS.negated());
    assertThat(state()).as("one phone may have been set as well").isEqualTo(State.UNSURE);
    set(DAYS);
    clock.proved("two", NOW, NOW);
    passes(Duration.ofSeconds(2));
    set(DAYS.negated());
    assertThat(state()).isEqualTo(State.DOUBTFUL);
  }

  @Test
  void shouldNotTakeForProofWhatWasRecordedByAClockAhead() {
    Instant ahead = NOW.plus(Duration.ofDays(700));
    clock.recalled("one", NOW.minusSeconds(60), ahead);
    clock.recalled("two", ahead, NOW.minusSeconds(30));
    assertThat(state()).isEqualTo(State.SURE);
  }

  @Test
  void shouldNotDoubtForEverForOneEventFromTheFuture() {
    Instant ahead = NOW.plus(Duration.ofDays(700));
    clock.recalled("liar", ahead, ahead);
    clock.recalled("two", NOW, NOW);
    clock.recalled("three", NOW, NOW);
    assertThat(state()).as("one of several proves nothing").isEqualTo(State.SURE);
  }

  @Test
  void shouldBelievePhonesOfTodayMoreThanAJournalFromTheFuture() {
    Instant ahead = NOW.plus(Duration.ofDays(700));
    clock.recalled("one", ahead, ahead);
    clock.recalled("two", ahead, ahead);
    assertThat(state()).isEqualTo(State.DOUBTFUL);
    phones(2, Duration.ZERO);
    assertThat(state()).isEqualTo(State.SURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-P40D", "PT1H"})
  void shouldBeUnsureAfterALongAbsenceUntilAPhoneBearsItOut(String seenBefore) {
    clock.seenBefore(NOW.plus(Duration.parse(seenBefore)));
    assertThat(state()).isEqualTo(State.UNSURE);
    passes(Duration.ofMinutes(1));
    says("one", Duration.ofSeconds(3));
    assertThat(state()).isEqualTo(State.SURE);
  }

  @Test
  void shouldBeSureAgainWhenNobodyHasContradictedForDays() {
    clock.seenBefore(NOW.minus(Duration.ofDays(40)));
    passes(EngineClock.SETTLED.minusMinutes(1));
    assertThat(state()).isEqualTo(State.UNSURE);
    passes(Duration.ofMinutes(2));
    assertThat(state()).isEqualTo(State.SURE);
  }

  @Test
  void shouldBeSureAfterANight() {
    clock.seenBefore(NOW.minus(Duration.ofHours(10)));
    assertThat(state()).isEqualTo(State.SURE);
  }

  @Test
  void shouldNotWatchTheClockOfARehearsal() {
    EngineClock rehearsal = EngineClock.unwatched();
    for (int i = 0; i < 10; i++) {
      rehearsal.heard("phone " + i, "T01", NOW.plus(DAYS), NOW);
    }
    assertThat(rehearsal.reading().state()).isEqualTo(State.SURE);
  }
}
