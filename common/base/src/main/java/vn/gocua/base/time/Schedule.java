package vn.gocua.base.time;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that comes later or again and again, on one thread of its own. Work that fails is logged and
 * comes again; all of it ends when this is closed.
 */
public final class Schedule implements Executor, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Schedule.class);

  /** How long work that was told to stop may take to do so. */
  private static final Duration STOP = Duration.ofSeconds(5);

  private final String name;
  private final ScheduledExecutorService timer;

  /**
   * @param name of the thread, and of the work in the log
   */
  public Schedule(String name) {
    this.name = name;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
  }

  /**
   * Runs the work again and again, with such a pause between; the first time after one.
   *
   * @return ends that when it is run
   */
  public Runnable every(Duration pause, Runnable work) {
    return every(pause, pause, work);
  }

  /** As the other, with another time until the first. */
  public Runnable every(Duration first, Duration pause, Runnable work) {
    return planned(() ->
        timer.scheduleWithFixedDelay(
            logged(work), first.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS));
  }

  /**
   * Runs the work once, so much later.
   *
   * @return calls it off when it is run before
   */
  public Runnable after(Duration delay, Runnable work) {
    return planned(() -> timer.schedule(logged(work), delay.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** Runs the work once, as soon as the thread is free. */
  @Override
  public void execute(Runnable work) {
    var _ = after(Duration.ZERO, work);
  }

  private Runnable planned(Supplier<Future<?>> plan) {
    try {
      Future<?> future = plan.get();
      return () -> future.cancel(false);
    } catch (RejectedExecutionException _) {
      log.debug("«{}» is closed; work that was meant for later is left out", name);
      return () -> {};
    }
  }

  private Runnable logged(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        if (timer.isShutdown()) {
          log.debug("«{}» was cut off by the stop", name, e);
        } else {
          log.warn("«{}» failed and will be tried again", name, e);
        }
      }
    };
  }

  /** Interrupts what runs, and waits a few seconds for its end. */
  @Override
  public void close() {
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("«{}» goes on though it was told to stop", name);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
