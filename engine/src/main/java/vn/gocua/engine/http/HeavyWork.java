package vn.gocua.engine.http;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Runs work that keeps a processor busy, such as reading an uploaded file. It has half as many
 * threads as there are processors, so that other requests don't wait for it. Callers beyond a bound
 * are asked to return.
 */
public final class HeavyWork {
  private static final int MOST_WAITING = 16;
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private static final ThreadPoolExecutor THREADS = threads();

  private HeavyWork() {}

  private static ThreadPoolExecutor threads() {
    int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            count,
            count,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("heavy-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /**
   * Has work done, and waits for it; not on an event loop.
   *
   * @throws Refusal 503 if too many wait already; nothing was done then
   */
  public static <T> T done(Supplier<T> work) {
    Future<T> future;
    try {
      future = THREADS.submit(work::get);
    } catch (RejectedExecutionException _) {
      throw Refusal.forNow(RequestReason.BUSY, AGAIN);
    }
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException why -> throw why;
        case Error why -> throw why;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException | CancellationException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
