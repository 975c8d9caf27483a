package vn.gocua.engine.live;

import com.hazelcast.map.IMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.live.Projection.Versioned;

/** The live view in a Hazelcast map: one entry a stream, changed where it lives. */
public final class HazelcastLiveView<S> implements LiveView<S> {
  private static final Logger log = LoggerFactory.getLogger(HazelcastLiveView.class);
  private static final int UNDER_WAY = 256;
  private static final int TRIES = 3;

  private final Projection<S> projection;
  private final IMap<String, LiveEntry> map;
  private final Consumer<Change<S>> listener;
  private final Executor executor;
  private final Semaphore underWay = new Semaphore(UNDER_WAY);
  private final LongAdder evictions = new LongAdder();

  /**
   * @param listener told of every change, on {@code executor}
   * @param executor where answers are taken up; never Hazelcast's nor the common pool's threads
   */
  HazelcastLiveView(
      Projection<S> projection,
      IMap<String, LiveEntry> map,
      Consumer<Change<S>> listener,
      Executor executor) {
    this.projection = projection;
    this.map = map;
    this.listener = listener;
    this.executor = executor;
  }

  @Override
  public void apply(List<Appended> journaled) {
    Map<String, List<Appended>> byStream = new LinkedHashMap<>();
    for (Appended appended : journaled) {
      String stream = appended.stored().stream();
      if (projection.covers(stream)) {
        byStream.computeIfAbsent(stream, _ -> new ArrayList<>()).add(appended);
      }
    }
    byStream.forEach((stream, events) -> {
      underWay.acquireUninterruptibly();
      send(stream, events, 1);
    });
  }

  private void send(String stream, List<Appended> appended, int attempt) {
    List<Event> events = appended.stream().map(Appended::stored).toList();
    var _ =
        map.submitToKey(stream, new ApplyEvents(projection.name(), events))
            .whenCompleteAsync(
                (reply, failure) -> taken(stream, appended, attempt, reply, failure), executor);
  }

  private void taken(
      String stream,
      List<Appended> events,
      int attempt,
      @Nullable Reply reply,
      @Nullable Throwable failure) {
    if (reply != null && !reply.gap()) {
      underWay.release();
      tell(stream, events, reply);
    } else if (attempt < TRIES) {
      if (failure != null) {
        log.warn(
            "applying {} events to {} failed, attempt {}", events.size(), stream, attempt, failure);
      }
      if (reply != null) {
        evict(stream);
      }
      CompletableFuture.delayedExecutor(50L * attempt, TimeUnit.MILLISECONDS, executor)
          .execute(() -> send(stream, events, attempt + 1));
    } else {
      underWay.release();
      log.error("{} is forgotten and will be folded anew", stream, failure);
      evict(stream);
      reload(stream);
    }
  }

  private void tell(String stream, List<Appended> events, Reply reply) {
    List<Event> fresh = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (reply.applied(i) || events.get(i) instanceof Appended.New) {
        fresh.add(events.get(i).stored());
      }
    }
    if (!fresh.isEmpty()) {
      listener.accept(new Change<>(stream, versioned(reply), fresh));
    }
  }

  private void reload(String stream) {
    var _ =
        get(stream)
            .whenCompleteAsync(
                (now, failure) -> {
                  if (failure == null) {
                    listener.accept(new Change<>(stream, now, List.of()));
                  } else {
                    log.error(
                        "{} could not be folded anew; the sweep will try again", stream, failure);
                  }
                },
                executor);
  }

  @Override
  public CompletableFuture<Versioned<S>> get(String stream) {
    return map.submitToKey(stream, new ReadEntry(projection.name()))
        .thenApplyAsync(this::versioned, executor)
        .toCompletableFuture();
  }

  @Override
  public Map<String, Versioned<S>> getAll(Collection<String> streams) {
    Map<String, CompletableFuture<Versioned<S>>> asked = new LinkedHashMap<>();
    Semaphore window = new Semaphore(UNDER_WAY);
    for (String stream : streams) {
      window.acquireUninterruptibly();
      asked.put(stream, get(stream).whenComplete((_, _) -> window.release()));
    }
    Map<String, Versioned<S>> found = new LinkedHashMap<>();
    asked.forEach((stream, answer) -> found.put(stream, answer.join()));
    return found;
  }

  /** Whether an entry's ids are those that the journal had; see {@link CompareIds}. */
  CompletableFuture<Boolean> holds(String stream, IdSet journaled, boolean quiet) {
    return map.submitToKey(stream, new CompareIds(projection.name(), journaled, quiet))
        .toCompletableFuture();
  }

  /** Folds a stream anew and tells the listener what it is now. */
  void refold(String stream) {
    evict(stream);
    reload(stream);
  }

  @Override
  public void evict(String stream) {
    evictions.increment();
    map.evict(stream);
  }

  /** Forgets everything; each stream's next use folds it anew. */
  public void evictAll() {
    map.evictAll();
  }

  private Versioned<S> versioned(Reply reply) {
    return new Versioned<>(projection.decode(reply.state()), reply.version());
  }

  /** How often an entry was thrown away because something was wrong with it: 0 in good health. */
  public long evictions() {
    return evictions.sum();
  }
}
