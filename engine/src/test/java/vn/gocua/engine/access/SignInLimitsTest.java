package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.access.SignInLimits.Admitted;
import vn.gocua.engine.access.password.HashingQueue.Line;
import vn.gocua.protocol.refusal.Refusal;

/** Whose turn it is when many strangers want to sign in with one name. */
class SignInLimitsTest {
  private static final String CROWD = "203.0.113.7";
  private static final String ELSEWHERE = "198.51.100.9";

  private final AtomicLong nanos = new AtomicLong();
  private final SignInLimits limits = new SignInLimits(nanos::get);

  private static SignInTry attempt(String password, String address) {
    return new SignInTry("leader", password, null, null, address);
  }

  /** Asks until judged, coming again as told; how many seconds that took. */
  private long secondsUntilJudged(String password, String address) {
    long begun = nanos.get();
    while (true) {
      try {
        var _ = limits.admit(attempt(password, address), null);
        return Duration.ofNanos(nanos.get() - begun).toSeconds();
      } catch (Refusal e) {
        nanos.addAndGet(Objects.requireNonNull(e.retryAfter()).toNanos());
      }
    }
  }

  @Test
  void shouldJudgeEverybodyInACrowdThatComesAsTold() {
    for (int i = 0; i < 150; i++) {
      assertThat(secondsUntilJudged("guess " + i, CROWD)).as("no. %d", i).isLessThanOrEqualTo(10);
    }
  }

  @Test
  void shouldLeaveTurnsToThoseWhoComeFromElsewhere() {
    for (int i = 0; i < 8 + 150 + 4; i++) {
      assertThat(secondsUntilJudged("guess " + i, CROWD)).isLessThanOrEqualTo(10);
    }
    SignInTry another = attempt("another guess", CROWD);
    assertThatThrownBy(() -> limits.admit(another, null)).isInstanceOf(Refusal.class);
    nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    assertThatThrownBy(() -> limits.admit(another, null)).isInstanceOf(Refusal.class);
    assertThat(secondsUntilJudged("the right one", ELSEWHERE)).isLessThanOrEqualTo(10);
  }

  @Test
  void shouldGiveATurnBackToWhereItWasTaken() {
    for (int i = 0; i < 8 + 149; i++) {
      var _ = secondsUntilJudged("guess " + i, CROWD);
    }
    SignInTry last = attempt("the last one", CROWD);
    assertThatThrownBy(() -> limits.admit(last, null)).isInstanceOf(Refusal.class);
    for (int i = 0; i < 10; i++) {
      nanos.addAndGet(Duration.ofSeconds(10).toNanos());
      Admitted admitted = limits.admit(last, null);
      assertThat(admitted.sender().line()).isEqualTo(Line.RETURNING);
      limits.notJudged(last, admitted, Duration.ofSeconds(10));
    }
  }
}
