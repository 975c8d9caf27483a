package vn.gocua.protocol.body;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.refusal.Refusal;

/**
 * One of many items in a body, each read by itself: a faulty one affects no other. Its first
 * component is its name.
 *
 * @param <T> a record
 */
public sealed interface Item<T> {
  /** A readable item. */
  record Read<T>(@JsonValue T value) implements Item<T> {}

  /**
   * An unreadable item.
   *
   * @param name as it came; null if there was no text
   */
  record Unreadable<T>(@Nullable String name, Refusal why) implements Item<T> {}
}
