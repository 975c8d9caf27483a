package vn.gocua.engine.state;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * State of a stream with its number of events.
 *
 * @param version 0 if the stream has no event yet
 * @param state null if its events give none, or there is none
 */
public record Versioned<S>(int version, @Nullable S state) {
  private static final Versioned<?> NONE = new Versioned<>(0, null);

  /** Of a stream without events. */
  @SuppressWarnings("unchecked")
  static <S> Versioned<S> none() {
    return (Versioned<S>) NONE;
  }

  /**
   * The state of a stream that is known to have begun.
   *
   * @throws NullPointerException if it has not
   */
  public S known() {
    return Objects.requireNonNull(state, "the stream has not begun");
  }
}
