package vn.gocua.engine.live;

import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.live.Projection.Folded;

/** The live view in a Hazelcast map: one entry a stream, changed where it lives. */
public final class HazelcastLiveView<S> implements LiveView<S> {
  private static final Logger log = LoggerFactory.getLogger(HazelcastLiveView.class);
  private static final int MOST_FOLDS = 256;

  /** Parallel reads. Each may need a fold, and more readers than cores slow each other down. */
  private static final int READS_AT_ONCE = 4;

  private static final long PATIENCE_MS = 200;
  private static final int TRIES = 3;
  private static final Duration RESEND_AFTER = Duration.ofMillis(50);

  private final Projection<S> projection;
  private final IMap<String, LiveEntry> map;
  private final Consumer<StreamChange<S>> listener;
  private final Schedule schedule;
  private final LiveMeter meter;
  private final Semaphore folds = new Semaphore(MOST_FOLDS);

  /** Streams whose entry may lack an event of the journal; {@link #resync} folds them again. */
  private final Set<String> stale = ConcurrentHashMap.newKeySet();

  /**
   * @param listener receives every change, on {@code schedule}
   * @param schedule processes replies; never Hazelcast's nor the common pool's threads
   */
  HazelcastLiveView(
      Projection<S> projection,
      IMap<String, LiveEntry> map,
      Consumer<StreamChange<S>> listener,
      Schedule schedule,
      LiveMeter meter) {
    this.projection = projection;
    this.map = map;
    this.listener = listener;
    this.schedule = schedule;
    this.meter = meter;
  }

  @Override
  public void apply(List<Appended> journaled) {
    Map<String, List<Appended>> byStream = new LinkedHashMap<>();
    for (Appended appended : journaled) {
      String stream = appended.stored().stream();
      if (projection.handles(stream)) {
        byStream.computeIfAbsent(stream, _ -> new ArrayList<>()).add(appended);
      }
    }
    byStream.forEach((stream, events) -> {
      if (mayBegin()) {
        send(stream, events, 1, System.nanoTime());
      } else {
        stale.add(stream);
      }
    });
  }

  /** Limits work in progress without blocking the journal: the rest is folded again later. */
  private boolean mayBegin() {
    try {
      return folds.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void send(String stream, List<Appended> appended, int attempt, long begun) {
    List<Event> events = appended.stream().map(Appended::stored).toList();
    var _ =
        map.submitToKey(stream, new ApplyEvents(projection.name(), events))
            .whenCompleteAsync(
                (reply, failure) -> taken(stream, appended, attempt, begun, reply, failure),
                schedule);
  }

  private void taken(
      String stream,
      List<Appended> events,
      int attempt,
      long begun,
      @Nullable EntryState reply,
      @Nullable Throwable failure) {
    if (reply != null) {
      folds.release();
      meter.applied(System.nanoTime() - begun);
      tell(stream, events, reply);
    } else if (isStopping(failure)) {
      // The member is closing, and its entries with it: the next start folds them from the journal.
      folds.release();
    } else if (failure != null && attempt < TRIES) {
      log.warn(
          "applying {} events to {} failed, attempt {}", events.size(), stream, attempt, failure);
      var _ =
          schedule.after(
              RESEND_AFTER.multipliedBy(attempt), () -> send(stream, events, attempt + 1, begun));
    } else {
      folds.release();
      stale.add(stream);
    }
  }

  private static boolean isStopping(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HazelcastInstanceNotActiveException) {
        return true;
      }
    }
    return false;
  }

  private void tell(String stream, List<Appended> events, EntryState reply) {
    List<Event> fresh = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (reply.applied(i) || events.get(i) instanceof Appended.New) {
        fresh.add(events.get(i).stored());
      }
    }
    if (!fresh.isEmpty()) {
      listener.accept(new StreamChange<>(stream, folded(reply), fresh));
    }
  }

  /** Folds all stale streams again; to be called every second. Blocks. */
  public void resync() {
    for (String stream : List.copyOf(stale)) {
      stale.remove(stream);
      log.warn("{} may be behind its journal and is folded anew", stream);
      refold(stream);
    }
  }

  /** Folds a stream again and notifies the listener. Blocks. */
  void refold(String stream) {
    try {
      evict(stream);
      Folded<S> now = get(stream).join();
      listener.accept(new StreamChange<>(stream, now, List.of()));
    } catch (RuntimeException e) {
      stale.add(stream);
      log.warn("{} could not be folded anew; it will be tried again", stream, e);
    }
  }

  @Override
  public CompletableFuture<Folded<S>> get(String stream) {
    return map.submitToKey(stream, new ReadEntry(projection.name()))
        .thenApplyAsync(this::folded, schedule)
        .toCompletableFuture();
  }

  @Override
  public Map<String, Folded<S>> getAll(Collection<String> streams) {
    Map<String, CompletableFuture<Folded<S>>> asked = new LinkedHashMap<>();
    Semaphore window = new Semaphore(READS_AT_ONCE);
    for (String stream : streams) {
      window.acquireUninterruptibly();
      asked.put(stream, get(stream).whenComplete((_, _) -> window.release()));
    }
    Map<String, Folded<S>> found = new LinkedHashMap<>();
    asked.forEach((stream, answer) -> found.put(stream, answer.join()));
    return found;
  }

  /** Those of some streams whose entry this member holds, and no other member. */
  public List<String> heldHere(Collection<String> streams) {
    Set<String> held = map.localKeySet();
    return streams.stream().filter(held::contains).toList();
  }

  /** Whether an entry has the journal's ids; see {@link CompareIds}. */
  CompletableFuture<Boolean> holds(String stream, IdSet journaled, boolean quiet) {
    return map.submitToKey(stream, new CompareIds(projection.name(), journaled, quiet))
        .toCompletableFuture();
  }

  @Override
  public void evict(String stream) {
    meter.evicted();
    map.evict(stream);
  }

  /** Forgets everything; each stream's next use folds it anew. */
  public void evictAll() {
    map.evictAll();
  }

  private Folded<S> folded(EntryState reply) {
    return new Folded<>(projection.decode(reply.state()), reply.version());
  }
}
