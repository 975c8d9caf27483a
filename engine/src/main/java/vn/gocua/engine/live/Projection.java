package vn.gocua.engine.live;

import vn.gocua.engine.journal.Event;

/**
 * Folds one kind of stream into a state. Folding is pure: the same events give the same state.
 *
 * <p>It is a sum over a set: its result may not depend on the order of the events. Each counts
 * once, by id.
 *
 * @param <S> the state, immutable
 */
public interface Projection<S> {
  /** Short, stable; names the map in Hazelcast. */
  String name();

  S empty();

  S evolve(S state, Event event);

  /** The state in a compact form for the wire between members. */
  byte[] encode(S state);

  S decode(byte[] bytes);

  /** Whether this projection folds a stream. */
  boolean handles(String stream);

  /** A state and how many events are folded into it. */
  record Folded<S>(S state, int version) {}
}
