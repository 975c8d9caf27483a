package vn.gocua.base.time;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ScheduleTest {
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(Schedule.class);

  /** What is logged; the build's output is kept free of failures that are meant. */
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    LOGGER.addAppender(log);
    LOGGER.setAdditive(false);
  }

  @AfterEach
  void leave() {
    LOGGER.detachAppender(log);
    LOGGER.setAdditive(true);
  }

  @Test
  void shouldGoOnAfterAFailure() {
    AtomicInteger runs = new AtomicInteger();
    try (Schedule schedule = Schedule.inOrder("failing")) {
      schedule.every(
          "work",
          SOON,
          () -> {
            if (runs.incrementAndGet() < 3) {
              throw new IllegalStateException("a failure that is meant");
            }
          });
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> runs.get() > 3);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsOnly("«work» failed and will be tried again")
        .hasSize(2);
  }

  @Test
  void shouldGoOnAfterAnError() {
    AtomicInteger runs = new AtomicInteger();
    try (Schedule schedule = Schedule.inOrder("failing badly")) {
      schedule.every(
          "work",
          SOON,
          () -> {
            if (runs.incrementAndGet() < 3) {
              throw new StackOverflowError("an error that is meant");
            }
          });
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> runs.get() > 3);
    }
  }

  @Test
  void shouldRunOneAfterTheOther() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(2);
    AtomicInteger together = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Schedule schedule = Schedule.inOrder("in order")) {
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
    Schedule schedule = Schedule.inOrder("stopped");
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
    schedule.every("late", SOON, late::incrementAndGet);
    assertThat(late).hasValue(0);
  }

  @Test
  void shouldDelayNothingByWorkThatTakesLong() throws InterruptedException {
    for (Schedule each :
        List.of(Schedule.sideBySide("own threads"), Schedule.ofVirtualThreads("virtual"))) {
      CountDownLatch held = new CountDownLatch(1);
      CountDownLatch other = new CountDownLatch(3);
      try (Schedule schedule = each) {
        schedule.execute(() -> waitFor(held));
        schedule.every("other", SOON, other::countDown);
        assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
        held.countDown();
      }
    }
  }

  @Test
  void shouldNeverOverlapWorkThatComesAgain() {
    AtomicInteger together = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger runs = new AtomicInteger();
    try (Schedule schedule = Schedule.sideBySide("again")) {
      schedule.every(
          "work",
          Duration.ZERO,
          SOON,
          () -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            together.decrementAndGet();
            runs.incrementAndGet();
          });
      Awaitility.await().until(() -> runs.get() >= 20);
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void shouldComeAgainWhenTheWorkSaysAndAfterAFailure() {
    AtomicInteger runs = new AtomicInteger();
    try (Schedule schedule = Schedule.inOrder("own pace")) {
      schedule.again(
          "work",
          SOON,
          () -> {
            if (runs.incrementAndGet() == 2) {
              throw new IllegalStateException("a failure that is meant");
            }
            return runs.get() < 4 ? SOON : Duration.ofDays(1);
          });
      Awaitility.await().until(() -> runs.get() >= 4);
      Awaitility.await().during(Duration.ofMillis(100)).until(() -> runs.get() == 4);
    }
  }

  @Test
  void shouldEndWhatIsEnded() {
    AtomicInteger runs = new AtomicInteger();
    try (Schedule schedule = Schedule.sideBySide("ended")) {
      AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
      stop.set(
          schedule.every(
              "work",
              Duration.ofMillis(50),
              SOON,
              () -> {
                runs.incrementAndGet();
                Objects.requireNonNull(stop.get()).run();
              }));
      Awaitility.await().until(() -> runs.get() == 1);
      Awaitility.await().during(Duration.ofMillis(100)).until(() -> runs.get() == 1);
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
