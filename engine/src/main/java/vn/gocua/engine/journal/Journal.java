package vn.gocua.engine.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The journal: an append-only set of {@link Event}s. One contract test holds every implementation
 * to these guarantees:
 *
 * <ul>
 *   <li>an event whose {@link #append} returned {@code New} survives the death of the process and
 *       of the machine;
 *   <li>an id is in the journal at most once, however often and from wherever it is appended;
 *   <li>every event of a call is judged by itself: a conflict does not stop its neighbours;
 *   <li>reading sees every event whose append had returned before the read began.
 * </ul>
 *
 * <p>All calls block. {@link #append} is called by one thread at a time ({@link GroupCommit}); many
 * may read.
 */
public interface Journal extends AutoCloseable {

  /**
   * Appends events and returns the outcome of each, in order.
   *
   * @throws JournalUnavailable if the fate of the whole call is unknown: some, all or none may be
   *     in the journal; appending them again is harmless
   */
  List<Appended> append(List<Event> events);

  /** The stored events of those ids that are there. */
  Map<String, Event> find(Collection<String> ids);

  /** Hands over the events of one stream, oldest first. */
  void readStream(String stream, Consumer<Event> reader);

  /** Hands over the ids of one stream's events, in any order: less to read than the events. */
  default void readIds(String stream, Consumer<String> reader) {
    readStream(stream, event -> reader.accept(event.id()));
  }

  /**
   * Hands over the events of every stream that begins with a prefix, each stream's oldest first.
   */
  void readAll(String streamPrefix, Consumer<Event> reader);

  /** As {@link #readAll(String, Consumer)}, with the events of one type only. */
  default void readAll(String streamPrefix, String type, Consumer<Event> reader) {
    readAll(
        streamPrefix,
        event -> {
          if (event.type().equals(type)) {
            reader.accept(event);
          }
        });
  }

  /** The names of all streams that begin with a prefix, sorted. */
  List<String> streams(String streamPrefix);

  /** Number of events by stream, for streams with a prefix. */
  Map<String, Integer> versions(String streamPrefix);

  /** Number of events in a stream. */
  long count(String stream);

  /** Number of all events. */
  long size();

  @Override
  void close();
}
