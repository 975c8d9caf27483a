package vn.gocua.base.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class BackgroundTest {
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private static Stream<Function<String, Background>> kinds() {
    return Stream.of(Background::ofVirtualThreads, Background::ofPlatformThreads);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldRunAllWorkAtOnceAndGiveItsResults(Function<String, Background> kind) throws Exception {
    CountDownLatch together = new CountDownLatch(3);
    try (Background background = kind.apply("together")) {
      background.execute(together::countDown);
      Future<Boolean> one = background.submit(() -> meet(together));
      Future<Boolean> other = background.submit(() -> meet(together));
      assertThat(one.get()).isTrue();
      assertThat(other.get()).isTrue();
    }
  }

  private static boolean meet(CountDownLatch all) throws InterruptedException {
    all.countDown();
    return all.await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldNameItsThreadsAndKeepNoProcessAlive(Function<String, Background> kind)
      throws Exception {
    try (Background background = kind.apply("named")) {
      Thread thread = background.submit(Thread::currentThread).get();
      assertThat(thread.getName()).startsWith("named");
      assertThat(thread.isDaemon()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldEndWhatRunsAndTakeNothingMoreWhenClosed(Function<String, Background> kind)
      throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Background background = kind.apply("closed");
    Future<?> running =
        background.submit(() -> {
          begun.countDown();
          NEVER.await();
          return null;
        });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    background.close();
    assertThat(running.isDone()).isTrue();
    assertThatThrownBy(running::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThatThrownBy(() -> background.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void shouldLogAFailureOfWorkThatNobodyAsksAbout() {
    Logger logger = (Logger) LoggerFactory.getLogger(Background.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    logger.setAdditive(false);
    try {
      Background.start(
          "unlucky",
          () -> {
            throw new IllegalStateException("on " + Thread.currentThread().getName());
          });
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> log.list.size() == 1);
      assertThat(log.list.getFirst().getFormattedMessage()).isEqualTo("«unlucky» failed");
      assertThat(log.list.getFirst().getThrowableProxy().getMessage()).isEqualTo("on unlucky");
    } finally {
      logger.detachAppender(log);
      logger.setAdditive(true);
    }
  }
}
