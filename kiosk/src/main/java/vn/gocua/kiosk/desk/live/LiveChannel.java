package vn.gocua.kiosk.desk.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.protocol.client.Json;

/**
 * Figures of all pages in one language. An overview is written once, and its changes go to every
 * page in the same message.
 */
final class LiveChannel {
  private final Function<Overview, Map<String, String>> words;
  private final Set<LiveClient> pages = ConcurrentHashMap.newKeySet();
  private Map<String, String> told = Map.of();
  private @Nullable Overview last;
  private @Nullable String all;

  /** Number of the last message, by which a page detects a gap. */
  private long number;

  /**
   * @param words the figures of an overview as text, by their keys
   */
  LiveChannel(Function<Overview, Map<String, String>> words) {
    this.words = words;
  }

  void enter(LiveClient page) {
    pages.add(page);
  }

  void leave(LiveClient page) {
    pages.remove(page);
  }

  boolean isEmpty() {
    return pages.isEmpty();
  }

  /**
   * Sends changes to all pages.
   *
   * @param newest called when its turn comes, so that nothing older follows something newer
   */
  @SuppressWarnings("ReferenceEquality") // The same object says the same.
  synchronized void push(Supplier<@Nullable Overview> newest) {
    Overview overview = newest.get();
    if (overview == null || overview == last) {
      return;
    }
    last = overview;
    Map<String, String> now = words.apply(overview);
    Map<String, String> changed = new HashMap<>();
    now.forEach((key, text) -> {
      if (!text.equals(told.get(key))) {
        changed.put(key, text);
      }
    });
    told = now;
    if (changed.isEmpty()) {
      return;
    }
    number++;
    all = null;
    String message = Json.text(Map.of("n", number, "set", changed));
    pages.forEach(page -> page.push(message));
  }

  /** All present figures in one message. */
  synchronized String all() {
    String known = all;
    if (known == null) {
      known = Json.text(Map.of("n", number, "all", told));
      all = known;
    }
    return known;
  }

  void heartbeat() {
    pages.forEach(LiveClient::heartbeat);
  }
}
