package vn.gocua.kiosk.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.gocua.base.time.Schedule;

/** So many go through in a time, and a crowd from one network keeps nobody else waiting. */
@Tag("slow")
class TurnstileTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Schedule schedule = Schedule.ofVirtualThreads("turnstile");

  @AfterEach
  void end() {
    threads.close();
    schedule.close();
  }

  private List<Future<Boolean>> crowd(Turnstile turnstile, String network, int count) {
    List<Future<Boolean>> crowd = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      crowd.add(threads.submit(() -> turnstile.pass(network)));
    }
    return crowd;
  }

  @Test
  void shouldLetABurstThroughAtOnceAndThenSoManyASecond() throws Exception {
    Turnstile turnstile = new Turnstile(50, 10, 1_000, schedule::after);
    long begun = System.nanoTime();
    for (Future<Boolean> each : crowd(turnstile, "a", 60)) {
      assertThat(each.get(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isGreaterThanOrEqualTo(Duration.ofMillis(950));
  }

  @Test
  void shouldLetWhoComesAlonePassACrowd() throws Exception {
    Turnstile turnstile = new Turnstile(40, 1, 1_000, schedule::after);
    AtomicInteger passed = new AtomicInteger();
    for (int i = 0; i < 100; i++) {
      threads.execute(() -> {
        if (turnstile.pass("a")) {
          passed.incrementAndGet();
        }
      });
    }
    while (passed.get() < 2) {
      Thread.onSpinWait();
    }
    assertThat(turnstile.pass("b")).isTrue();
    assertThat(passed.get()).isLessThan(50);
  }

  @Test
  void shouldSendTheLongestLinesNewestAway() throws Exception {
    Turnstile turnstile = new Turnstile(20, 1, 30, schedule::after);
    List<Future<Boolean>> crowd = crowd(turnstile, "a", 100);
    int away = 0;
    Future<Boolean> other = threads.submit(() -> turnstile.pass("b"));
    for (Future<Boolean> each : crowd) {
      away += each.get(30, TimeUnit.SECONDS) ? 0 : 1;
    }
    assertThat(away).isBetween(60, 75);
    assertThat(other.get(30, TimeUnit.SECONDS)).isTrue();
  }

  /** Many networks with one each: who came last goes, not who has waited longest. */
  @Test
  void shouldTurnNobodyAwayForANewcomerWhereAllLinesAreOne() throws Exception {
    Turnstile turnstile = new Turnstile(5, 1, 10, schedule::after);
    List<Future<Boolean>> first = new ArrayList<>();
    assertThat(turnstile.pass("before all")).isTrue();
    for (int i = 0; i < 10; i++) {
      first.addAll(crowd(turnstile, "network " + i, 1));
    }
    await().until(() -> turnstile.waiting() >= 9);
    List<Future<Boolean>> late = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      late.addAll(crowd(turnstile, "late " + i, 1));
    }
    for (Future<Boolean> each : first) {
      assertThat(each.get(30, TimeUnit.SECONDS)).isTrue();
    }
    for (Future<Boolean> each : late) {
      var _ = each.get(30, TimeUnit.SECONDS);
    }
  }
}
