package vn.gocua.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee11.servlet.SessionHandler;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.session.SessionData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.kiosk.web.door.SteadySessions;

/** The computer's clock is set while people stand at screens. */
class ClockJumpsTest {
  private final AtomicLong millis = new AtomicLong(1_755_829_800_000L);
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final ClockJumps jumps = new ClockJumps(millis::get, nanos::get, Duration.ofMinutes(3));

  private void passes(Duration time) {
    millis.addAndGet(time.toMillis());
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void shouldNotTakeTimeThatPassesForAJump() {
    passes(Duration.ofHours(10));
    assertThat(jumps.lately()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "-PT1H", "P700D"})
  void shouldRememberAJumpForAWhile(String jump) {
    millis.addAndGet(Duration.parse(jump).toMillis());
    assertThat(jumps.lately()).isTrue();
    passes(Duration.ofMinutes(2));
    assertThat(jumps.lately()).isTrue();
    passes(Duration.ofMinutes(1));
    assertThat(jumps.lately()).isFalse();
  }

  @Test
  void shouldEndNoSessionBecauseTheClockWentOn() {
    SessionHandler manager = new SessionHandler();
    long now = System.currentTimeMillis();
    SessionData data = new SessionData("id", "/", "0.0.0.0", now, now, now, 240_000);
    data.setExpiry(now + 240_000);
    ManagedSession session = new SteadySessions(manager).newSession(data);
    assertThat(session.isExpiredAt(now + Duration.ofHours(1).toMillis())).isFalse();
  }
}
