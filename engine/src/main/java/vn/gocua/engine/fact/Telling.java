package vn.gocua.engine.fact;

import org.jspecify.annotations.Nullable;

/**
 * Says what facts did, and what they replaced. Pure.
 *
 * @param <E> the facts
 * @param <S> state of a stream, as it was before a fact
 */
@FunctionalInterface
public interface Telling<E, S> {
  /**
   * What a fact did; {@link Told#NOTHING} if its code says all.
   *
   * @param before null before the stream's first fact
   * @param key of the stream
   */
  Told told(@Nullable S before, E fact, String key);
}
