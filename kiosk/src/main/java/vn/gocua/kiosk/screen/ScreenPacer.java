package vn.gocua.kiosk.screen;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The clock of all screens. Its thread only starts work; the work itself runs in a thread of the
 * screen's own.
 */
public final class ScreenPacer implements AutoCloseable {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("screens").factory());

  /** Runs the work after the delay, unless the kiosk stops before. */
  public void after(Duration delay, Runnable work) {
    try {
      var _ = timer.schedule(() -> start(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException _) {
      // The kiosk is stopping: there is no screen left to show anything on.
    }
  }

  /** Runs the work again and again; the answer, when run, ends that. */
  public Runnable every(Duration period, Runnable work) {
    try {
      ScheduledFuture<?> ticking =
          timer.scheduleAtFixedRate(
              () -> start(work), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
      return () -> ticking.cancel(false);
    } catch (RejectedExecutionException _) {
      return () -> {};
    }
  }

  private static void start(Runnable work) {
    Thread.ofVirtual().name("screen").start(work);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
