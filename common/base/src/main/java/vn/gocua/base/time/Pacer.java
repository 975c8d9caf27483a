package vn.gocua.base.time;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Runs one work for many requests: for the first at once, for following ones together. Runs start
 * at least a pause apart and never overlap. Every request is followed by a run. Thread-safe.
 */
public final class Pacer {
  private final Timer timer;
  private final LongSupplier nanos;
  private final long gather;
  private final long apart;
  private final Consumer<Runnable> work;
  private boolean planned;
  private boolean running;

  /** Whether a request came during the work, perhaps too late for it. */
  private boolean again;

  private boolean hasRun;
  private long ranAt;

  /** Runs a work once after a delay, such as {@link Schedule#after}. */
  @FunctionalInterface
  public interface Timer {
    void after(Duration delay, Runnable work);
  }

  /**
   * @param apart the pause between the beginnings of two runs
   */
  public Pacer(Timer timer, Duration apart, Runnable work) {
    this(timer, System::nanoTime, Duration.ZERO, apart, beginsAndRuns(work));
  }

  /**
   * A pacer for work that starts later on another thread: until then, further requests change
   * nothing.
   *
   * @param nanos a monotonic clock
   * @param work calls its argument when it starts to read its input
   */
  public Pacer(Timer timer, LongSupplier nanos, Duration apart, Consumer<Runnable> work) {
    this(timer, nanos, Duration.ZERO, apart, work);
  }

  private Pacer(
      Timer timer, LongSupplier nanos, Duration gather, Duration apart, Consumer<Runnable> work) {
    this.timer = timer;
    this.nanos = nanos;
    this.gather = gather.toNanos();
    this.apart = apart.toNanos();
    this.work = work;
  }

  /**
   * Lets the first request wait too, because others are likely to follow it.
   *
   * @param delay from the first request to the run
   */
  public static Pacer gathering(Timer timer, Duration delay, Runnable work) {
    return new Pacer(timer, System::nanoTime, delay, Duration.ZERO, beginsAndRuns(work));
  }

  private static Consumer<Runnable> beginsAndRuns(Runnable work) {
    return begun -> {
      begun.run();
      work.run();
    };
  }

  /** Requests a run. Does not block. */
  public void request() {
    synchronized (this) {
      if (planned) {
        return;
      }
      if (running) {
        again = true;
        return;
      }
      planned = true;
    }
    timer.after(delay(), this::run);
  }

  private synchronized Duration delay() {
    long left = hasRun ? apart - (nanos.getAsLong() - ranAt) : 0;
    return Duration.ofNanos(Math.max(gather, left));
  }

  private void run() {
    synchronized (this) {
      running = true;
    }
    try {
      work.accept(this::begun);
    } catch (RuntimeException | Error e) {
      begun(); // Or it would wait for ever for work that has given up.
      throw e;
    } finally {
      boolean once;
      synchronized (this) {
        running = false;
        once = again;
        again = false;
      }
      if (once) {
        request();
      }
    }
  }

  private synchronized void begun() {
    planned = false;
    hasRun = true;
    ranAt = nanos.getAsLong();
  }
}
