package vn.gocua.engine.state;

import vn.gocua.engine.fact.FactTypes;

/**
 * One kind of small ordered streams.
 *
 * @param prefix what the streams' names begin with; without a slash at its end it is the name of
 *     the one stream that there is
 * @param facts how the facts stand in the journal
 * @param evolve how they are folded
 * @param <E> the facts of this kind
 * @param <S> what a stream folds into
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

  /** Whether a stream that begins with the prefix is of this kind. */
  boolean holds(String stream) {
    return !isSingle() || stream.equals(prefix);
  }
}
