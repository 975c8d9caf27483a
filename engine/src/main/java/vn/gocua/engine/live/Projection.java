package vn.gocua.engine.live;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;

/**
 * Folds one kind of stream into a state. Folding is pure: the same events give the same state.
 *
 * <p>An <em>unordered</em> projection is a sum over a set: its result may not depend on the order
 * of the events; each counts once, by id. An <em>ordered</em> one takes the events {@code
 * <stream>/1}, {@code <stream>/2} … strictly one after the other.
 *
 * @param <S> the state, immutable
 */
public interface Projection<S> {
  /** Short, stable; names the map in Hazelcast. */
  String name();

  boolean ordered();

  S empty();

  S evolve(S state, Event event);

  /** The state in a compact form for the wire between members. */
  byte[] encode(S state);

  S decode(byte[] bytes);

  /** Whether this projection folds a stream. */
  boolean handles(String stream);

  /** Number of an event in an ordered stream: the end of its id, behind the last slash. */
  static int numberOf(String eventId) {
    return Integer.parseInt(eventId.substring(eventId.lastIndexOf('/') + 1));
  }

  /** The id of event n of an ordered stream. */
  static String idOf(String stream, int n) {
    return stream + "/" + n;
  }

  /** A state and how many events are folded into it. */
  record Versioned<S>(S state, int version) {
    public @Nullable S orNull() {
      return version == 0 ? null : state;
    }
  }
}
