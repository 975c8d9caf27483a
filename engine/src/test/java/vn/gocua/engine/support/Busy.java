package vn.gocua.engine.support;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What others do on this machine. */
public final class Busy {
  private static final long SPIN = 30_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Busy() {}

  /**
   * How many times as long as on a machine of its own a thread takes, if as many run as there are
   * processors: 1 where nobody else does anything.
   */
  public static double times() {
    int count = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      List<Callable<Long>> spins = java.util.Collections.nCopies(count, Busy::spin);
      long longest = SPIN;
      for (Future<Long> spin : threads.invokeAll(spins)) {
        longest = Math.max(longest, spin.get());
      }
      return (double) longest / SPIN;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long spin() {
    long start = System.nanoTime();
    for (long until = THREADS.getCurrentThreadCpuTime() + SPIN; ; ) {
      if (THREADS.getCurrentThreadCpuTime() >= until) {
        return System.nanoTime() - start;
      }
    }
  }
}
