package vn.gocua.protocol.body;

import org.jspecify.annotations.Nullable;

/**
 * What a change says of one field: left out, it stays; {@code null} clears it; else it is set.
 *
 * @param <T> the field's type
 */
public sealed interface Patch<T> {
  /** Left out. */
  record Keep<T>() implements Patch<T> {}

  /** Said to be {@code null}. */
  record Clear<T>() implements Patch<T> {}

  /** Given. */
  record Set<T>(T value) implements Patch<T> {}

  /** The value after the change. */
  default @Nullable T over(@Nullable T held) {
    return switch (this) {
      case Keep<T> _ -> held;
      case Clear<T> _ -> null;
      case Set<T>(T value) -> value;
    };
  }

  /** Whether the field is changed, and to what; null for cleared and for kept. */
  default @Nullable T given() {
    return over(null);
  }
}
