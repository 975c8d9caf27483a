package vn.gocua.engine.access.password;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Background;
import vn.gocua.protocol.access.AccessReason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Runs costly work on a few threads, never on all cores. Work waits in one of three bounded lines.
 * A full line refuses at once, with the time to wait.
 */
public final class HashingQueue implements AutoCloseable {
  private static final int MOST_WAITING = 64;
  private static final int FEWEST = 4;
  private static final int MOST_WORKERS = 4;

  /** Longest wait of a stranger; above it, the caller is asked to return. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** One time in so many, a first try goes before a returning one. */
  private static final int TURNS = 4;

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  /** Priority of a caller, highest first. */
  public enum Line {
    /** Known browsers and signed-in leaders. */
    KNOWN,
    /** Refused before, and back in time. */
    RETURNING,
    /** Everybody else. */
    NEW
  }

  private record Task(Supplier<?> work, CompletableFuture<Object> done) {}

  private final Map<Line, FairLine<Task>> lines = new EnumMap<>(Line.class);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final Background threads = Background.ofPlatformThreads("hashing");
  private final int workers;
  private final boolean rests;
  private long averageNanos = Duration.ofMillis(50).toNanos();
  private int turn;
  private boolean closed;

  /**
   * @param cores of this machine: half of them may work; a single one works half of the time
   */
  HashingQueue(int cores) {
    for (Line line : Line.values()) {
      lines.put(line, new FairLine<>());
    }
    this.rests = cores < 2;
    this.workers = Math.clamp(cores / 2, 1, MOST_WORKERS);
    for (int i = 0; i < workers; i++) {
      threads.execute(this::work);
    }
  }

  /** Number of worker threads. */
  int workers() {
    return workers;
  }

  /** Number of waiting callers in all lines. */
  int waiting() {
    lock.lock();
    try {
      return lines.values().stream().mapToInt(FairLine::size).sum();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a turn, then works.
   *
   * @param sender has turns of its own within the line
   * @throws Refusal if the line is full
   */
  <T> T run(Line line, String sender, Supplier<T> work) {
    Task task = new Task(work, new CompletableFuture<>());
    lock.lock();
    try {
      if (closed) {
        throw Refusal.forNow(AccessReason.SIGN_IN_BUSY, SHORTEST_WAIT);
      }
      Task gone = line(line).offer(sender, task, room(line));
      if (gone != null) {
        gone.done().completeExceptionally(Refusal.forNow(AccessReason.SIGN_IN_BUSY, wait(line)));
      }
      more.signal();
    } finally {
      lock.unlock();
    }
    try {
      @SuppressWarnings("unchecked") // What the work gives is what comes.
      T result = (T) task.done().join();
      return result;
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private FairLine<Task> line(Line line) {
    return java.util.Objects.requireNonNull(lines.get(line));
  }

  /** Capacity of a line: fewer where the work is slow. */
  private int room(Line line) {
    long inTime = PATIENCE.toNanos() * workers / Math.max(1, averageNanos);
    return line == Line.KNOWN ? MOST_WAITING : Math.clamp(inTime, FEWEST, MOST_WAITING);
  }

  /** Time until the waiting callers have had their turn. */
  private Duration wait(Line line) {
    Duration all =
        Duration.ofNanos(averageNanos * (line(line).size() + 1) / workers).plusSeconds(1);
    return all.compareTo(SHORTEST_WAIT) < 0
        ? SHORTEST_WAIT
        : all.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : all;
  }

  private void work() {
    for (Task task = next(); task != null; task = next()) {
      long begun = System.nanoTime();
      try {
        task.done().complete(task.work().get());
      } catch (RuntimeException | Error e) {
        task.done().completeExceptionally(e);
      }
      long took = System.nanoTime() - begun;
      lock.lock();
      try {
        averageNanos += (took - averageNanos) / 8;
      } finally {
        lock.unlock();
      }
      if (rests) {
        LockSupport.parkNanos(took);
      }
    }
  }

  /** The next task; null once this is closed. */
  private @Nullable Task next() {
    lock.lock();
    try {
      while (!closed) {
        Task task = line(Line.KNOWN).poll();
        boolean newcomersTurn = task == null && ++turn % TURNS == 0;
        if (task == null) {
          task = line(newcomersTurn ? Line.NEW : Line.RETURNING).poll();
        }
        if (task == null) {
          task = line(newcomersTurn ? Line.RETURNING : Line.NEW).poll();
        }
        if (task != null) {
          return task;
        }
        more.awaitUninterruptibly();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the threads and refuses the waiting callers. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      for (FairLine<Task> line : lines.values()) {
        for (Task task = line.poll(); task != null; task = line.poll()) {
          task.done()
              .completeExceptionally(Refusal.forNow(AccessReason.SIGN_IN_BUSY, SHORTEST_WAIT));
        }
      }
      more.signalAll();
    } finally {
      lock.unlock();
    }
    threads.close();
  }
}
