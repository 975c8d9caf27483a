package vn.gocua.rehearsal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final BackOff backOff = new BackOff(new SplittableRandom(1));

  @Test
  void shouldWaitLongerAfterEachFailureUpToABound() {
    assertThat(fail()).isLessThan(Duration.ofMillis(101));
    for (int i = 0; i < 4; i++) {
      fail();
    }
    assertThat(fail()).isGreaterThan(Duration.ofSeconds(1));
    for (int i = 0; i < 100; i++) {
      assertThat(fail()).isLessThan(Duration.ofSeconds(7));
    }
  }

  @Test
  void shouldStartAgainAfterASuccess() {
    for (int i = 0; i < 6; i++) {
      fail();
    }
    backOff.succeeded();

    assertThat(backOff.notBefore()).isBefore(NOW);
    assertThat(fail()).isLessThan(Duration.ofMillis(101));
  }

  @Test
  void shouldNotComeBackBeforeTheEngineAllowsIt() {
    backOff.failed(NOW, Duration.ofSeconds(20));

    assertThat(backOff.notBefore()).isEqualTo(NOW.plusSeconds(20));
  }

  private Duration fail() {
    backOff.failed(NOW, null);
    return Duration.between(NOW, backOff.notBefore());
  }
}
