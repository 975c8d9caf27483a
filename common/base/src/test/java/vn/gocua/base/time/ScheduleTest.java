package vn.gocua.base.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Duration SOON = Duration.ofMillis(1);

  @Test
  void shouldGoOnAfterAFailure() {
    AtomicInteger runs = new AtomicInteger();
    try (Schedule schedule = new Schedule("failing")) {
      schedule.every(
          SOON,
          () -> {
            runs.incrementAndGet();
            throw new IllegalStateException("a failure that is meant");
          });
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> runs.get() >= 3);
    }
  }

  @Test
  void shouldGoOnAfterAnError() {
    AtomicInteger runs = new AtomicInteger();
    try (Schedule schedule = new Schedule("failing badly")) {
      schedule.every(
          SOON,
          () -> {
            runs.incrementAndGet();
            throw new StackOverflowError("an error that is meant");
          });
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> runs.get() >= 3);
    }
  }

  @Test
  void shouldRunOneAfterTheOther() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(2);
    AtomicInteger together = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Schedule schedule = new Schedule("in order")) {
      Runnable work =
          () -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            first.countDown();
            together.decrementAndGet();
            done.countDown();
          };
      schedule.after(SOON, work);
      schedule.execute(work);
      assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void shouldInterruptWhatRunsAndTakeNothingMoreWhenClosed() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicInteger late = new AtomicInteger();
    Schedule schedule = new Schedule("stopped");
    schedule.execute(() -> {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException _) {
        interrupted.countDown();
      }
    });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    schedule.close();
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    schedule.execute(late::incrementAndGet);
    schedule.every(SOON, late::incrementAndGet);
    assertThat(late).hasValue(0);
  }
}
