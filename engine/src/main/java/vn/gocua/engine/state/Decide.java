package vn.gocua.engine.state;

import org.jspecify.annotations.Nullable;

/**
 * Decides which fact follows from a state. It is asked again when somebody else was quicker.
 *
 * @param <S> the state
 * @param <E> the facts
 */
@FunctionalInterface
public interface Decide<S, E> {
  /**
   * What is to be appended; null if there is nothing to do. What it throws reaches the caller.
   *
   * @param now null if the stream has no event yet
   */
  @Nullable E apply(@Nullable S now);
}
