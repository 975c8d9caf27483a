package vn.gocua.engine.live;

import com.hazelcast.map.MapLoader;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalUnavailable;

/**
 * Folds a stream of the journal when Hazelcast has no entry for it. Runs inside Hazelcast's own
 * load of that key, so that no apply for the key runs beside it.
 */
final class StreamLoader<S> implements MapLoader<String, LiveEntry> {
  /**
   * A stream that takes longer, from its first event on, fails its load rather than hold up what
   * waits for the key. Waiting for one's turn to read is not counted: a busy machine is no failure.
   */
  static final Duration DEADLINE = Duration.ofSeconds(5);

  private final Projection<S> projection;
  private final Journal journal;

  StreamLoader(Projection<S> projection, Journal journal) {
    this.projection = projection;
    this.journal = journal;
  }

  @Override
  public LiveEntry load(String stream) {
    LiveEntry entry = LiveEntry.empty(projection);
    journal.readStream(stream, new Reader(stream, entry));
    entry.freeze(projection);
    return entry;
  }

  private final class Reader implements Consumer<Event> {
    private final String stream;
    private final LiveEntry entry;
    private long deadline;

    Reader(String stream, LiveEntry entry) {
      this.stream = stream;
      this.entry = entry;
    }

    @Override
    public void accept(Event event) {
      if (deadline == 0) {
        deadline = System.nanoTime() + DEADLINE.toNanos();
      }
      if (entry.apply(projection, event) == LiveEntry.Outcome.GAP) {
        throw new IllegalStateException(
            "stream " + stream + " misses an event before " + event.id());
      }
      if (System.nanoTime() > deadline) {
        throw new JournalUnavailable(
            "folding " + stream + " took over " + DEADLINE.toSeconds() + " s", null);
      }
    }
  }

  @Override
  public Map<String, LiveEntry> loadAll(Collection<String> streams) {
    Map<String, LiveEntry> entries = new HashMap<>();
    streams.forEach(stream -> entries.put(stream, load(stream)));
    return entries;
  }

  /** None: entries are loaded when they are first asked for. */
  @Override
  public Iterable<String> loadAllKeys() {
    return List.of();
  }
}
