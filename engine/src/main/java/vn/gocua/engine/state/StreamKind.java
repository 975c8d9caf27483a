package vn.gocua.engine.state;

import vn.gocua.engine.fact.FactTypes;

/**
 * One kind of small ordered streams.
 *
 * @param prefix of the streams' names; without a slash at its end it is the name of a single stream
 * @param facts names of the facts in the journal
 * @param evolve folds them
 * @param <E> the facts of this kind
 * @param <S> folded state of a stream
 */
public record StreamKind<E, S>(String prefix, FactTypes<E> facts, Evolve<E, S> evolve) {
  /** Whether there is one stream only; its key is empty. */
  boolean isSingle() {
    return !prefix.endsWith("/");
  }

  String stream(String key) {
    return prefix + key;
  }

  String key(String stream) {
    return stream.substring(prefix.length());
  }

  /** Whether a stream belongs to this kind. */
  boolean holds(String stream) {
    return !isSingle() || stream.equals(prefix);
  }
}
