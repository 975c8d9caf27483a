package vn.gocua.engine.state;

import org.jspecify.annotations.Nullable;

/**
 * Decides which fact follows from a state. Called again after a lost race.
 *
 * @param <S> the state
 * @param <E> the facts
 */
@FunctionalInterface
public interface Decide<S, E> {
  /**
   * The fact to append; null if there is nothing to do. Exceptions reach the caller.
   *
   * @param now null if the stream has no event yet
   */
  @Nullable E apply(@Nullable S now);
}
