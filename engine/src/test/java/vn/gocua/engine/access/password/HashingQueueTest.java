package vn.gocua.engine.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.access.Appointments;
import vn.gocua.engine.access.password.HashingQueue.Line;
import vn.gocua.protocol.refusal.Refusal;

/** Costly work waits in bounded lines, takes its turn, and never takes all cores. */
@Tag("slow")
class HashingQueueTest {
  private final HashingQueue queue = new HashingQueue(2);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    gate.countDown();
    queue.close();
    callers.shutdownNow();
  }

  private CompletableFuture<String> ask(Line line, String sender, String name) {
    return CompletableFuture.supplyAsync(
        () ->
            queue.run(
                line,
                sender,
                () -> {
                  done.add(name);
                  return name;
                }),
        callers);
  }

  /** Something that the only worker is busy with until the gate opens. */
  private void occupy() {
    CountDownLatch begun = new CountDownLatch(1);
    var _ =
        CompletableFuture.supplyAsync(
            () ->
                queue.run(
                    Line.NEW,
                    "first",
                    () -> {
                      begun.countDown();
                      try {
                        gate.await();
                      } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                      }
                      return "";
                    }),
            callers);
    soon().until(() -> begun.getCount() == 0);
  }

  private CompletableFuture<String> waiting(Line line, String sender, String name) {
    int before = queue.waiting();
    CompletableFuture<String> asked = ask(line, sender, name);
    soon().until(() -> queue.waiting() > before || asked.isDone());
    return asked;
  }

  /** Looks often: many wait here, one after another. */
  private static ConditionFactory soon() {
    return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1));
  }

  @Test
  void shouldNeverTakeAllCores() {
    for (int cores : new int[] {2, 3, 4, 8, 64}) {
      try (HashingQueue each = new HashingQueue(cores)) {
        assertThat(each.workers()).as(cores + " cores").isBetween(1, cores / 2);
      }
    }
  }

  @Test
  void shouldLetKnownOnesGoFirst() {
    occupy();
    var _ = waiting(Line.NEW, "a", "new");
    var _ = waiting(Line.RETURNING, "b", "returning");
    var _ = waiting(Line.KNOWN, "c", "known");
    gate.countDown();
    await().until(() -> done.size() == 3);
    assertThat(done.getFirst()).isEqualTo("known");
  }

  @Test
  void shouldStarveNeitherLine() {
    occupy();
    for (int i = 0; i < 12; i++) {
      var _ = waiting(Line.RETURNING, "a", "returning");
      var _ = waiting(Line.NEW, "b", "new");
    }
    gate.countDown();
    await().until(() -> done.size() == 24);
    assertThat(done.subList(0, 8)).contains("new", "returning");
    assertThat(Collections.frequency(done.subList(0, 12), "returning")).isGreaterThan(7);
  }

  @Test
  void shouldTurnAwayWhatALineHasNoRoomForAndSayWhenToComeAgain() {
    occupy();
    for (int i = 0; i < 64; i++) {
      var _ = waiting(Line.NEW, "crowd", "one of many");
    }
    CompletableFuture<String> late = waiting(Line.NEW, "crowd", "late");
    await().until(late::isDone);
    Refusal busy = catchThrowableOfType(Refusal.class, () -> unwrapped(late));
    assertThat(busy.retryAfter()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
    assertThat(waiting(Line.KNOWN, "somebody", "known").isDone())
        .as("another line has room")
        .isFalse();
    assertThat(queue.waiting()).isEqualTo(65);
  }

  @Test
  void shouldMakeRoomForAnotherSenderAndGiveItATurn() {
    occupy();
    List<CompletableFuture<String>> crowd = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      crowd.add(waiting(Line.NEW, "crowd", "crowd"));
    }
    CompletableFuture<String> other = ask(Line.NEW, "somebody else", "somebody else");
    await().until(() -> crowd.getLast().isCompletedExceptionally());
    gate.countDown();
    assertThat(other.join()).isEqualTo("somebody else");
    await().until(() -> done.size() == 64);
    assertThat(done.indexOf("somebody else")).isLessThan(3);
  }

  @Test
  void shouldHandOnWhatFailsAndWorkOn() {
    CompletableFuture<Object> failed =
        CompletableFuture.supplyAsync(
            () ->
                queue.run(
                    Line.NEW,
                    "a",
                    () -> {
                      throw new IllegalStateException("no such hash");
                    }),
            callers);
    assertThat(catchThrowable(() -> unwrapped(failed))).hasMessage("no such hash");
    assertThat(ask(Line.NEW, "a", "next").join()).isEqualTo("next");
  }

  @Test
  void shouldLeaveNobodyWaitingWhenItCloses() {
    occupy();
    CompletableFuture<String> asked = waiting(Line.KNOWN, "a", "never");
    queue.close();
    assertThat(catchThrowable(() -> unwrapped(asked))).isInstanceOf(Refusal.class);
  }

  private static <T> T unwrapped(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Test
  void shouldKeepAppointmentsOfThoseWhoComeAsToldOnly() {
    AtomicLong nanos = new AtomicLong();
    Appointments appointments = new Appointments(nanos::get);
    Duration wait = Duration.ofSeconds(5);
    assertThat(appointments.keep("leader", "x")).as("never made").isFalse();
    appointments.make("leader", "x", wait);
    assertThat(appointments.keep("leader", "x")).as("too early").isFalse();
    nanos.addAndGet(wait.toNanos());
    assertThat(appointments.keep("leader", "y")).as("with other words").isFalse();
    assertThat(appointments.keep("thu-ky", "x")).as("of another name").isFalse();
    assertThat(appointments.keep("leader", "x")).isTrue();
    assertThat(appointments.keep("leader", "x")).as("once").isFalse();

    appointments.make("leader", "x", wait);
    nanos.addAndGet(wait.toNanos() - 1);
    appointments.make("leader", "x", wait); // Came too early, and is turned away again.
    nanos.addAndGet(1);
    assertThat(appointments.keep("leader", "x")).as("moved on").isFalse();
    nanos.addAndGet(wait.plusMinutes(1).toNanos());
    assertThat(appointments.keep("leader", "x")).as("too late").isFalse();
  }
}
