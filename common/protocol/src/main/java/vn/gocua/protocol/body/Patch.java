package vn.gocua.protocol.body;

import org.jspecify.annotations.Nullable;

/**
 * Change of one field: absent keeps it, {@code null} clears it, a value sets it.
 *
 * @param <T> the field's type
 */
public sealed interface Patch<T> {
  /** Left out. */
  record Keep<T>() implements Patch<T> {}

  /** Given as {@code null}. */
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

  /** The new value; null for cleared and for kept. */
  default @Nullable T given() {
    return over(null);
  }
}
