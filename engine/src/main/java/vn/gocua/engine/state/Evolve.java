package vn.gocua.engine.state;

import org.jspecify.annotations.Nullable;

/**
 * Folds one more fact into a state. Pure: the same facts give the same state, anywhere.
 *
 * @param <E> the facts
 * @param <S> the state, immutable
 */
@FunctionalInterface
public interface Evolve<E, S> {
  /**
   * The state after a fact.
   *
   * @param before null before the first
   */
  @Nullable S apply(@Nullable S before, E fact);
}
