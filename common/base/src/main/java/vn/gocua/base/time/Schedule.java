package vn.gocua.base.time;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs delayed and repeated work. A failure is logged and does not end the repetition; closing
 * does. Repeated work never overlaps itself.
 */
public final class Schedule implements Executor, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Schedule.class);

  private final String name;
  private final ScheduledThreadPoolExecutor timer;

  /** Threads for the work; null: the timer's thread. */
  private final @Nullable Background workers;

  private Schedule(String name, @Nullable Background workers) {
    this.name = name;
    this.workers = workers;
    timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name(name).daemon().factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * All work on one thread, one after the other.
   *
   * @param name of the thread
   */
  public static Schedule inOrder(String name) {
    return new Schedule(name, null);
  }

  /** Each work has a thread of its own, so that slow work delays no other. */
  public static Schedule sideBySide(String name) {
    return new Schedule(name, Background.ofPlatformThreads(name));
  }

  /** The same on virtual threads: for a lot of work that is short or waits. */
  public static Schedule ofVirtualThreads(String name) {
    return new Schedule(name, Background.ofVirtualThreads(name));
  }

  /**
   * Repeats the work with a pause between, the first time after one.
   *
   * @param what name of the work in the log
   * @return ends the repetition
   */
  public Runnable every(String what, Duration pause, Runnable work) {
    return every(what, pause, pause, work);
  }

  /** As the other, with another time until the first run. */
  public Runnable every(String what, Duration first, Duration pause, Runnable work) {
    Round round =
        new Round(
            what,
            pause,
            () -> {
              work.run();
              return pause;
            });
    round.plan(first);
    return round::end;
  }

  /**
   * Repeats work that returns the time until its next run.
   *
   * @param pause until the first run, and after a failure
   */
  public Runnable again(String what, Duration pause, Supplier<Duration> work) {
    Round round = new Round(what, pause, work);
    round.plan(pause);
    return round::end;
  }

  /**
   * Runs the work once, so much later.
   *
   * @return calls it off when it is run before
   */
  public Runnable after(Duration delay, Runnable work) {
    Future<?> planned = plan(delay, () -> run(name, work));
    return planned == null ? () -> {} : () -> planned.cancel(false);
  }

  /** Runs the work once, as soon as there is a thread for it. */
  @Override
  public void execute(Runnable work) {
    var _ = after(Duration.ZERO, work);
  }

  private @Nullable Future<?> plan(Duration delay, Runnable work) {
    try {
      return timer.schedule(() -> start(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException _) {
      log.debug("«{}» is closed; work that was meant for later is left out", name);
      return null;
    }
  }

  private void start(Runnable work) {
    if (workers == null) {
      work.run();
    } else {
      try {
        workers.execute(work);
      } catch (RejectedExecutionException _) {
        log.debug("«{}» is closed; work that was due is left out", name);
      }
    }
  }

  private void run(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      if (timer.isShutdown()) {
        log.debug("«{}» was cut off by the stop", what, e);
      } else {
        log.warn("«{}» failed and will be tried again", what, e);
      }
    }
  }

  /** One repeated work. */
  private final class Round implements Runnable {
    private final String what;
    private final Duration afterFailure;
    private final Supplier<Duration> work;
    private volatile boolean ended;
    private volatile @Nullable Future<?> next;

    Round(String what, Duration afterFailure, Supplier<Duration> work) {
      this.what = what;
      this.afterFailure = afterFailure;
      this.work = work;
    }

    void plan(Duration pause) {
      if (!ended) {
        next = Schedule.this.plan(pause, this);
      }
    }

    @Override
    public void run() {
      if (!ended) {
        Duration[] pause = {afterFailure};
        Schedule.this.run(what, () -> pause[0] = work.get());
        plan(pause[0]);
      }
    }

    void end() {
      ended = true;
      Future<?> planned = next;
      if (planned != null) {
        planned.cancel(false);
      }
    }
  }

  /** Interrupts running work and waits a few seconds for its end. */
  @Override
  public void close() {
    Background.close(name, timer);
    if (workers != null) {
      workers.close();
    }
  }
}
