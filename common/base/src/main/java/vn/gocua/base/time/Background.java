package vn.gocua.base.time;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs each work on its own thread, beside the caller. Closing it ends them all. */
public final class Background implements Executor, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Background.class);

  /** How long interrupted work may take to end. */
  private static final Duration STOP = Duration.ofSeconds(5);

  private final String name;
  private final ExecutorService threads;

  private Background(String name, ExecutorService threads) {
    this.name = name;
    this.threads = threads;
  }

  /**
   * On virtual threads: for work that mostly waits.
   *
   * @param name of the threads
   */
  public static Background ofVirtualThreads(String name) {
    return new Background(
        name, Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name).factory()));
  }

  /** On platform threads that do not keep the process alive: for work that computes. */
  public static Background ofPlatformThreads(String name) {
    return new Background(
        name,
        Executors.newCachedThreadPool(Thread.ofPlatform().name(name + "-", 1).daemon().factory()));
  }

  /**
   * Runs work once on a virtual thread that nobody ends. A failure is logged.
   *
   * @param name of the thread, and of the work in the log
   */
  public static void start(String name, Runnable work) {
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          try {
            work.run();
          } catch (RuntimeException | Error e) {
            log.warn("«{}» failed", name, e);
          }
        });
  }

  /**
   * Runs the work on a thread of its own.
   *
   * @throws RejectedExecutionException if this is closed
   */
  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  /** As {@link #execute}, for work with a result or a failure to ask for. */
  public <T> Future<T> submit(Callable<T> work) {
    return threads.submit(work);
  }

  /** Interrupts what runs, and waits a few seconds for its end. */
  @Override
  public void close() {
    close(name, threads);
  }

  static void close(String name, ExecutorService threads) {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("«{}» goes on though it was told to stop", name);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
