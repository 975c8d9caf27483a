package vn.gocua.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.feed.Arrival;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.feed.FeedState.Signal;

class ScreenBindingTest {
  private static final Instant NOW = Instant.parse("2025-08-22T03:00:00Z");
  private static final FeedState STATE = new FeedState(Signal.LIVE, null, NOW);

  private final Schedule schedule = Schedule.ofVirtualThreads("screens");
  private final List<ScreenUpdate> frames = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    schedule.close();
  }

  @Test
  void shouldShowTheFirstChangeAtOnceAndAllThatFollowAtMostTenTimesASecond() {
    ScreenBinding screen = screen(Command::execute, System::nanoTime);
    long start = System.nanoTime();
    int changes = 0;
    while (System.nanoTime() - start < Duration.ofMillis(650).toNanos()) {
      screen.changed(STATE, List.of(arrival(changes++ % 36)));
      Thread.onSpinWait();
    }
    assertThat(changes).isGreaterThan(1_000);
    await().until(() -> frames.size() >= 2);
    long most = 2 + Duration.ofNanos(System.nanoTime() - start).dividedBy(ScreenBinding.PACE);
    assertThat(frames.size()).as("frames of %s changes", changes).isLessThanOrEqualTo((int) most);
  }

  @Test
  void shouldMissNoTeamThatArrivedBetweenTwoFrames() {
    LinkedBlockingQueue<Command> busy = new LinkedBlockingQueue<>();
    ScreenBinding screen = screen(busy::add, System::nanoTime);
    screen.changed(STATE, List.of(arrival(1)));
    screen.changed(STATE, List.of(arrival(2), arrival(3)));
    screen.changed(STATE, List.of(arrival(1)));
    run(busy);
    assertThat(frames).hasSize(1);
    assertThat(frames.getFirst().arrivedFrom()).containsExactlyInAnyOrder("T1", "T2", "T3");
    assertThat(frames.getFirst().newest()).isNotNull();

    screen.changed(STATE, List.of());
    run(busy);
    assertThat(frames.get(1).arrivedFrom()).as("told once").isEmpty();
    assertThat(frames.get(1).newest()).isNull();
  }

  @Test
  void shouldHoldOneFrameHoweverLongABrowserTakes() {
    LinkedBlockingQueue<Command> stuck = new LinkedBlockingQueue<>();
    ScreenBinding screen = screen(stuck::add, System::nanoTime);
    for (int i = 0; i < 100_000; i++) {
      screen.changed(STATE, List.of(arrival(i % 36)));
    }
    await().during(Duration.ofMillis(300)).until(() -> stuck.size() == 1);
    run(stuck);
    assertThat(frames.getFirst().arrivedFrom()).hasSize(36);
  }

  @Test
  void shouldLeaveABrowserAloneThatStopsConfirmingAndCatchUpWhenItDoes() {
    AtomicLong time = new AtomicLong();
    ScreenBinding screen = screen(Command::execute, time::get);
    screen.changed(STATE, List.of());
    await().until(() -> frames.size() == 1);
    assertThat(screen.ask()).isTrue();
    assertThat(screen.ask()).as("one question at a time").isFalse();

    time.addAndGet(ConfirmWindow.SILENCE.plusSeconds(1).toNanos());
    screen.changed(STATE, List.of(arrival(7)));
    screen.changed(STATE, List.of(arrival(8)));
    await().during(Duration.ofMillis(300)).until(() -> frames.size() == 1);

    screen.confirmed();
    screen.changed(STATE, List.of());
    await().until(() -> frames.size() == 2);
    assertThat(frames.get(1).arrivedFrom()).containsExactlyInAnyOrder("T7", "T8");
  }

  @Test
  void shouldTryASilentBrowserAgainAfterAWhile() {
    AtomicLong time = new AtomicLong();
    ScreenBinding screen = screen(Command::execute, time::get);
    assertThat(screen.ask()).isTrue();
    time.addAndGet(ConfirmWindow.NEXT_TRY.plusSeconds(1).toNanos());
    screen.changed(STATE, List.of());
    await().until(() -> frames.size() == 1);
    assertThat(screen.ask()).isTrue();
  }

  private ScreenBinding screen(
      java.util.function.Consumer<Command> access, java.util.function.LongSupplier nanos) {
    return new ScreenBinding(access, STATE, schedule, nanos, frames::add);
  }

  private static void run(LinkedBlockingQueue<Command> commands) {
    await().until(() -> !commands.isEmpty());
    commands.remove().execute();
  }

  private static Arrival arrival(int team) {
    return new Arrival("T" + team, "apps", 1, NOW.plusMillis(team));
  }
}
