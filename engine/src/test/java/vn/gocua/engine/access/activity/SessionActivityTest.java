package vn.gocua.engine.access.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.engine.access.SessionService;
import vn.gocua.engine.access.state.Session;
import vn.gocua.engine.rights.Role;
import vn.gocua.testkit.SettableClock;

/** How long a session lasts while somebody sets the engine's clock. */
class SessionActivityTest {
  private static final String ID = "session";

  private final SettableClock clock = SettableClock.at("2025-08-22T02:30:00Z");
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final SessionActivity use = new SessionActivity(clock, nanos::get, _ -> {});

  private void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
    clock.advance(time);
  }

  private Session session() {
    Instant now = clock.instant();
    return new Session("leader", Role.LEADER, "hash", now, now.plus(SessionService.LONGEST), false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT1H", "-P3D", "-P400D", "PT1H"})
  void shouldLastNoLongerForAClockThatWasSet(String set) {
    Session session = session();
    use.opened(ID);
    passes(Duration.ofHours(1));
    clock.advance(Duration.parse(set));
    assertThat(use.isOver(ID, session)).isFalse();
    for (int hours = 1; hours < 11; hours++) {
      passes(Duration.ofHours(1));
      use.use(ID);
    }
    passes(Duration.ofHours(1));
    assertThat(use.isOver(ID, session)).as("twelve hours have passed").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT1H", "-P3D", "-P400D"})
  void shouldBeIdleAfterTwoHoursForAClockThatWasSet(String set) {
    Session session = session();
    use.opened(ID);
    clock.advance(Duration.parse(set));
    passes(Duration.ofMinutes(119));
    assertThat(use.isIdle(ID, session)).isFalse();
    passes(Duration.ofMinutes(2));
    assertThat(use.isIdle(ID, session)).isTrue();
  }

  @Test
  void shouldNotBelieveAfterARestartWhatWasOpenedByAClockThatWasAhead() {
    clock.advance(Duration.ofDays(400));
    Session session = session();
    use.opened(ID);
    clock.advance(Duration.ofDays(-400));
    assertThat(use.isOver(ID, session)).as("this run knows when it was opened").isFalse();
    SessionActivity restarted = new SessionActivity(clock, nanos::get, _ -> {});
    assertThat(restarted.isOver(ID, session)).isTrue();
  }
}
