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

/**
 * Folds a stream of the journal when Hazelcast has no entry for it. Runs inside Hazelcast's own
 * load of that key, so that no apply for the key runs beside it.
 */
final class StreamLoader<S> implements MapLoader<String, LiveEntry> {
  private final Projection<S> projection;
  private final Journal journal;
  private final FoldDeadline deadline;

  /**
   * @param deadline fails a load that takes longer; waiting for a turn to read does not count
   */
  StreamLoader(Projection<S> projection, Journal journal, FoldDeadline deadline) {
    this.projection = projection;
    this.journal = journal;
    this.deadline = deadline;
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
    private long begun;

    Reader(String stream, LiveEntry entry) {
      this.stream = stream;
      this.entry = entry;
    }

    @Override
    public void accept(Event event) {
      if (begun == 0) {
        begun = System.nanoTime();
      }
      entry.apply(projection, event);
      Duration limit = deadline.now();
      if (System.nanoTime() - begun > limit.toNanos()) {
        throw new FoldTimeout(stream, limit.toSeconds());
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
