package vn.gocua.engine.access.password;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bounded waiting line in which every sender has a turn: however many wait of one, the first of
 * another is soon next. Where it is full, the sender with the most in it loses its newest. Not safe
 * for threads.
 */
final class FairLine<T> {
  private final Map<String, Deque<T>> bySender = new LinkedHashMap<>();
  private int size;

  int size() {
    return size;
  }

  /**
   * Adds an item to its sender's queue.
   *
   * @param most how many may wait
   * @return the item that is dropped for it, perhaps itself; null if there was room
   */
  @Nullable T offer(String sender, T item, int most) {
    Deque<T> own = bySender.computeIfAbsent(sender, _ -> new ArrayDeque<>());
    own.addLast(item);
    if (size < most) {
      size++;
      return null;
    }
    Deque<T> longest = own;
    for (Deque<T> each : bySender.values()) {
      longest = each.size() > longest.size() ? each : longest;
    }
    T gone = longest.removeLast();
    bySender.values().removeIf(Deque::isEmpty);
    return gone;
  }

  /** Takes the next item; null if the queue is empty. */
  @Nullable T poll() {
    Iterator<Map.Entry<String, Deque<T>>> senders = bySender.entrySet().iterator();
    if (!senders.hasNext()) {
      return null;
    }
    Map.Entry<String, Deque<T>> next = senders.next();
    String sender = next.getKey();
    Deque<T> own = next.getValue();
    senders.remove();
    T item = own.removeFirst();
    size--;
    if (!own.isEmpty()) {
      bySender.put(sender, own); // Behind all others.
    }
    return item;
  }
}
