package vn.gocua.base.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyedPacerTest {
  private static final Duration APART = Duration.ofSeconds(10);

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final KeyedPacer<String> pacer = new KeyedPacer<>(APART, nanos::get);

  @Test
  void shouldLetEachKeyPassOnceInAWhile() {
    assertThat(pacer.request("a")).isTrue();
    assertThat(pacer.request("a")).isFalse();
    assertThat(pacer.request("b")).isTrue();
    nanos.addAndGet(APART.toNanos() + 1);
    assertThat(pacer.request("a")).isTrue();
    assertThat(pacer.request("a")).isFalse();
  }

  @Test
  void shouldCountFromWhatHappensInAnyCase() {
    pacer.happens("a");
    assertThat(pacer.request("a")).isFalse();
  }

  @Test
  void shouldKeepNoKeyForLong() {
    for (int i = 0; i < 50_000; i++) {
      pacer.request("key " + i);
      nanos.addAndGet(APART.dividedBy(100).toNanos());
    }
    assertThat(pacer.size()).isLessThan(2_000);
  }
}
