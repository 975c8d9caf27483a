package vn.gocua.base.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final Duration APART = Duration.ofMillis(100);

  private record Planned(Duration delay, Runnable work) {}

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final ArrayDeque<Planned> planned = new ArrayDeque<>();
  private final List<String> runs = new ArrayList<>();

  private Pacer pacer() {
    return new Pacer(
        this::later,
        nanos::get,
        APART,
        begun -> {
          begun.run();
          runs.add("run");
        });
  }

  private void later(Duration delay, Runnable work) {
    planned.add(new Planned(delay, work));
  }

  private Duration next() {
    Planned due = planned.remove();
    nanos.addAndGet(due.delay().toNanos());
    due.work().run();
    return due.delay();
  }

  @Test
  void shouldRunForTheFirstAtOnceAndForTheOthersTogether() {
    Pacer pacer = pacer();
    pacer.request();
    assertThat(next()).isZero();
    for (int i = 0; i < 1_000; i++) {
      pacer.request();
    }
    assertThat(planned).hasSize(1);
    assertThat(next()).isEqualTo(APART);
    assertThat(runs).hasSize(2);
    assertThat(planned).as("nobody asked since").isEmpty();
  }

  @Test
  void shouldRunAtOnceAgainAfterAPause() {
    Pacer pacer = pacer();
    pacer.request();
    next();
    nanos.addAndGet(APART.toNanos());
    pacer.request();
    assertThat(next()).isZero();
  }

  @Test
  void shouldRunOnceMoreForWhatWasAskedMeanwhile() {
    List<Pacer> self = new ArrayList<>();
    Pacer pacer =
        new Pacer(
            this::later,
            nanos::get,
            APART,
            begun -> {
              begun.run();
              runs.add("run");
              if (runs.size() == 1) {
                self.getFirst().request();
                self.getFirst().request();
                assertThat(planned).as("never two at once").isEmpty();
              }
            });
    self.add(pacer);
    pacer.request();
    next();
    assertThat(next()).isEqualTo(APART);
    assertThat(runs).hasSize(2);
    assertThat(planned).isEmpty();
  }

  @Test
  void shouldAskForNothingMoreUntilWorkElsewhereHasBegun() {
    List<Runnable> elsewhere = new ArrayList<>();
    Pacer pacer = new Pacer(this::later, nanos::get, APART, elsewhere::add);
    pacer.request();
    next();
    pacer.request();
    pacer.request();
    assertThat(planned).isEmpty();
    assertThat(elsewhere).hasSize(1);
    elsewhere.getFirst().run();
    pacer.request();
    assertThat(next()).isEqualTo(APART);
    assertThat(elsewhere).hasSize(2);
  }

  @Test
  void shouldGoOnAfterAFailure() {
    Pacer pacer =
        new Pacer(
            this::later,
            nanos::get,
            APART,
            begun -> {
              begun.run();
              runs.add("run");
              throw new IllegalStateException("a failure that is meant");
            });
    pacer.request();
    assertThatIllegalStateException().isThrownBy(this::next);
    pacer.request();
    assertThat(planned).hasSize(1);
  }

  @Test
  void shouldLetTheFirstWaitForOthers() {
    Pacer pacer = Pacer.gathering(this::later, APART, () -> runs.add("run"));
    pacer.request();
    pacer.request();
    assertThat(next()).isEqualTo(APART);
    assertThat(planned).isEmpty();
    pacer.request();
    assertThat(next()).isEqualTo(APART);
    assertThat(runs).hasSize(2);
  }

  @Test
  void shouldLoseNoRequestOfManyThreads() throws InterruptedException {
    AtomicLong asked = new AtomicLong();
    AtomicLong seen = new AtomicLong();
    try (Schedule schedule = Schedule.sideBySide("pacer")) {
      Pacer pacer = new Pacer(schedule::after, Duration.ofMillis(1), () -> seen.set(asked.get()));
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        threads.add(
            Thread.ofVirtual()
                .start(() -> {
                  for (int n = 0; n < 10_000; n++) {
                    asked.incrementAndGet();
                    pacer.request();
                  }
                }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      Awaitility.await().until(() -> seen.get() == 40_000);
    }
  }
}
