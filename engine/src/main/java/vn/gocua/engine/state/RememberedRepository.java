package vn.gocua.engine.state;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;

/**
 * The streams of one kind, with this node's memory of them. The journal decides; the memory answers
 * without blocking. A newer version wins, whichever arrives first; others change nothing.
 * Thread-safe.
 *
 * @param <E> the facts of this kind
 * @param <S> folded state of a stream
 */
public final class RememberedRepository<E, S> {
  private static final Logger log = LoggerFactory.getLogger(RememberedRepository.class);

  /** Message for a kind that has one stream only. */
  private static final String CHANGED = "changed";

  private final Repository<E, S> journal;
  private final ConcurrentNavigableMap<String, Remembered<S>> memory =
      new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<Long, String> changes = new ConcurrentSkipListMap<>();
  private final List<Consumer<Change<S>>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean resyncing = new AtomicBoolean();
  private final Object turn = new Object();
  private volatile long revision = 1;
  private volatile @Nullable Channel<String> channel;

  /**
   * A stream in this node's memory.
   *
   * @param revision of the memory at its change
   */
  private record Remembered<S>(Versioned<S> now, long revision) {}

  /** A memory without a channel, until it is to {@link #follow} one. */
  public RememberedRepository(StreamKind<E, S> kind, Journal journal, GroupCommit commit) {
    this.journal = new Repository<>(kind, journal, commit);
  }

  /**
   * Sends the key of every changed stream to other nodes, and reads theirs.
   *
   * @param blocking where the journal may be read
   */
  void follow(Channel<String> told, Executor blocking) {
    channel = told;
    told.subscribeToOthers(
        message -> blocking.execute(logged(() -> read(keyOf(message)))),
        () -> {
          if (resyncing.compareAndSet(false, true)) {
            blocking.execute(
                logged(() -> {
                  resyncing.set(false);
                  resync();
                }));
          }
        });
  }

  private String keyOf(String message) {
    return journal.kind().isSingle() ? "" : message;
  }

  private Runnable logged(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        log.warn("«{}» could not be read; tried again soon", journal.kind().prefix(), e);
      }
    };
  }

  /** Reads all streams into memory. Blocks. */
  public void load() {
    journal.readAll().forEach(this::remember);
  }

  /** Reads the streams that have more events in the journal than in memory. Blocks. */
  public void resync() {
    journal
        .versions()
        .forEach((key, version) -> {
          if (version > now(key).version()) {
            read(key);
          }
        });
  }

  /** A stream's state in memory; version 0 if unknown. */
  public Versioned<S> now(String key) {
    Remembered<S> known = memory.get(key);
    return known == null ? Versioned.none() : known.now();
  }

  /** The same, without its version; null if there is none. */
  public @Nullable S get(String key) {
    return now(key).state();
  }

  /** All states, sorted by key. */
  public List<S> all() {
    return memory.values().stream()
        .map(known -> known.now().state())
        .filter(Objects::nonNull)
        .toList();
  }

  /** All streams that have a state, sorted by key. */
  public List<Versioned<S>> allVersioned() {
    return memory.values().stream()
        .map(Remembered::now)
        .filter(now -> now.state() != null)
        .toList();
  }

  /** Keys of all streams in memory. */
  public Set<String> keys() {
    return Set.copyOf(memory.keySet());
  }

  /** Reads a stream from the journal into memory. Blocks. */
  public Versioned<S> read(String key) {
    Versioned<S> now = journal.read(key);
    remember(key, now);
    return now;
  }

  /**
   * Appends a decided fact; nothing if it is null, or the decision throws. The journal comes first,
   * then the memory, then the other nodes. Blocks.
   *
   * @return the stream after it
   */
  public Versioned<S> append(String key, Decide<S, E> decide) {
    Repository.Decided<S> decided = journal.decided(key, decide);
    remember(key, decided.now());
    Channel<String> told = channel;
    if (decided.made() && told != null) {
      told.publish(journal.kind().isSingle() ? CHANGED : key);
    }
    return decided.now();
  }

  /**
   * Calls back for every stream that is newer than this node knew, of one stream in the order of
   * its versions. Listeners are called one after the other: they must be quick, and append nothing.
   */
  public void onChange(Consumer<Change<S>> listener) {
    listeners.add(listener);
  }

  /** Grows with every change of the memory; above 0. */
  public long revision() {
    return revision;
  }

  /** The keys of the streams that have changed after a revision, the oldest change first. */
  public SequencedSet<String> changedSince(long seen) {
    return new LinkedHashSet<>(changes.tailMap(seen, false).values());
  }

  private void remember(String key, Versioned<S> now) {
    synchronized (turn) {
      Remembered<S> known = memory.get(key);
      Versioned<S> before = known == null ? Versioned.none() : known.now();
      if (now.version() <= before.version()) {
        return;
      }
      long next = revision + 1;
      memory.put(key, new Remembered<>(now, next));
      changes.put(next, key);
      if (known != null) {
        changes.remove(known.revision());
      }
      revision = next;
      Change<S> change = new Change<>(key, before, now);
      listeners.forEach(listener -> logged(() -> listener.accept(change)).run());
    }
  }
}
