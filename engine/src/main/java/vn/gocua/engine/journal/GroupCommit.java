package vn.gocua.engine.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only caller of {@link Journal#append}: gathers waiting events into one append, so that many
 * phones cost one fsync.
 *
 * <p>After each append the callers are answered. Then new events and stored duplicates, but no
 * conflicts, go to {@code afterCommit}, on the writer's thread. A slow hook slows the writer:
 * back-pressure.
 */
public final class GroupCommit implements AutoCloseable {
  /** Events in one append, unless a single call brings more. */
  static final int GROUP = 1000;

  private static final long FORGIVEN_NANOS = 30_000_000_000L;

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  private record Job(List<Event> events, CompletableFuture<List<Appended>> answer) {}

  private final Journal journal;
  private final int capacity;
  private final Consumer<List<Appended>> afterCommit;
  private final CommitMeter meter;
  private final LinkedBlockingQueue<Job> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Thread writer;
  private volatile boolean closing;
  private volatile long failedAt;
  private volatile boolean failed;

  /** The same without measuring. */
  public GroupCommit(Journal journal, int capacity, Consumer<List<Appended>> afterCommit) {
    this(journal, capacity, afterCommit, CommitMeter.NONE);
  }

  /**
   * @param capacity events that may wait before {@link #append} refuses more
   */
  public GroupCommit(
      Journal journal, int capacity, Consumer<List<Appended>> afterCommit, CommitMeter meter) {
    this.journal = journal;
    this.meter = meter;
    this.capacity = capacity;
    this.afterCommit = afterCommit;
    this.writer = Thread.ofPlatform().name("journal-writer").start(this::write);
  }

  /**
   * Appends events durably, together with all others that wait.
   *
   * @return the outcome of each, in order; fails with {@link JournalUnavailable} if unknown, and
   *     with {@link JournalBusy} at once if too much is waiting. It completes on the writer's
   *     thread: hand over to your own.
   */
  public CompletableFuture<List<Appended>> append(List<Event> events) {
    CompletableFuture<List<Appended>> answer = new CompletableFuture<>();
    if (events.isEmpty()) {
      answer.complete(List.of());
    } else if (waiting.addAndGet(events.size()) > capacity || closing) {
      waiting.addAndGet(-events.size());
      answer.completeExceptionally(new JournalBusy());
    } else {
      queue.add(new Job(List.copyOf(events), answer));
    }
    return answer;
  }

  /**
   * Completes after everything that was handed in before, so that the caller's reads see it.
   * Appends nothing. Fails as {@link #append} does if the fate of that is unknown.
   */
  public CompletableFuture<List<Appended>> barrier() {
    CompletableFuture<List<Appended>> answer = new CompletableFuture<>();
    if (closing) {
      answer.completeExceptionally(new JournalBusy());
    } else {
      queue.add(new Job(List.of(), answer));
    }
    return answer;
  }

  /** Waits for {@link #append} and throws its failure. */
  public static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Whether appending works. A failure counts until the next success, or for half a minute without
   * further appends.
   */
  public boolean isWell() {
    return writer.isAlive() && (!failed || System.nanoTime() - failedAt > FORGIVEN_NANOS);
  }

  /** Events waiting now. */
  public int waiting() {
    return waiting.get();
  }

  private void write() {
    List<Job> group = new ArrayList<>();
    while (true) {
      try {
        gather(group);
        if (!group.isEmpty()) {
          commit(group);
        } else if (closing) {
          return;
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.error("journal writer goes on after an unexpected failure", e);
      } finally {
        group.clear();
      }
    }
  }

  private void gather(List<Job> group) throws InterruptedException {
    Job job = queue.poll(200, TimeUnit.MILLISECONDS);
    int events = 0;
    while (job != null) {
      group.add(job);
      events += job.events().size();
      job = events < GROUP ? queue.poll() : null;
    }
  }

  private void commit(List<Job> group) {
    List<Event> events = new ArrayList<>();
    group.forEach(job -> events.addAll(job.events()));
    if (events.isEmpty()) {
      group.forEach(job -> job.answer().complete(List.of()));
      return;
    }
    List<Appended> outcomes;
    try {
      long begun = System.nanoTime();
      outcomes = journal.append(events);
      meter.committed(events.size(), System.nanoTime() - begun);
      failed = false;
    } catch (RuntimeException e) {
      failedAt = System.nanoTime();
      failed = true;
      waiting.addAndGet(-events.size());
      log.error(
          "the journal did not take {} events; their senders are told to try again",
          events.size(),
          e);
      group.forEach(job -> job.answer().completeExceptionally(e));
      return;
    }
    waiting.addAndGet(-events.size());
    int from = 0;
    for (Job job : group) {
      int to = from + job.events().size();
      job.answer().complete(outcomes.subList(from, to));
      from = to;
    }
    afterCommit.accept(
        outcomes.stream().filter(outcome -> !(outcome instanceof Appended.Conflict)).toList());
  }

  /** Takes nothing more, appends the waiting events, and ends the writer's thread. */
  @Override
  public void close() {
    closing = true;
    try {
      writer.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    for (Job late = queue.poll(); late != null; late = queue.poll()) {
      late.answer().completeExceptionally(new JournalBusy());
    }
  }
}
