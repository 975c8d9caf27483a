package vn.gocua.protocol.body;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.refusal.Refusal;

/**
 * One of many things that come at once. Each is read by itself: what is wrong with one is no fault
 * of the others. Its first component names it.
 *
 * @param <T> a record
 */
public sealed interface Item<T> {
  /** The code of what is wrong with an item that is no object at all. */
  String NO_OBJECT = "not-an-object";

  /** It could be read, and is sent as what it is. */
  record Read<T>(@JsonValue T value) implements Item<T> {}

  /**
   * It could not be read.
   *
   * @param name as it came; null if there was no text
   */
  record Unreadable<T>(@Nullable String name, Refusal why) implements Item<T> {}
}
