package vn.gocua.kiosk.desk.live;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Language;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.data.Overview;

/**
 * Sends the desk's figures to browsers, beside Vaadin. All leaders get the same message, which is
 * written once.
 */
public final class LiveHub {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<Language, LiveChannel> rooms;
  private final Map<String, LiveClient> pages = new ConcurrentHashMap<>();

  /**
   * @param words for each language, the figures of an overview as text by their keys; never asked
   *     by two threads at once
   */
  public LiveHub(Function<Language, Function<Overview, Map<String, String>>> words) {
    rooms =
        Language.all().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), l -> new LiveChannel(words.apply(l))));
  }

  /** A page has been opened; it must be {@linkplain #close closed}. */
  public LiveClient open(DeskSession session, Language language) {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    LiveChannel room = room(language);
    LiveClient page =
        new LiveClient(HexFormat.of().formatHex(random), session, room, System::nanoTime);
    room.enter(page);
    pages.put(page.id(), page);
    return page;
  }

  public void close(LiveClient page) {
    pages.remove(page.id());
    rooms.values().forEach(room -> room.leave(page));
    page.hangUp();
  }

  /** The page with that id; null if there is none, or if it belongs to another session. */
  public @Nullable LiveClient page(@Nullable String id, @Nullable DeskSession session) {
    LiveClient page = id == null ? null : pages.get(id);
    return page != null && session != null && page.isOf(session) ? page : null;
  }

  /** Everything that a page of this language shows at first, as one message. */
  public String start(Language language, Supplier<@Nullable Overview> newest) {
    LiveChannel room = room(language);
    room.push(newest);
    return room.all();
  }

  /** Sends changes to all pages. */
  public void push(Supplier<@Nullable Overview> newest) {
    rooms
        .values()
        .forEach(room -> {
          if (!room.isEmpty()) {
            room.push(newest);
          }
        });
  }

  /** Sends heartbeats to all pages; called every second. */
  public void heartbeat() {
    rooms.values().forEach(LiveChannel::heartbeat);
  }

  private LiveChannel room(Language language) {
    LiveChannel room = rooms.get(language);
    if (room == null) {
      throw new IllegalArgumentException("nobody speaks " + language);
    }
    return room;
  }
}
