package vn.gocua.kiosk.feed;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.protocol.client.Json;
import vn.gocua.protocol.client.UnreadableMessage;

/**
 * JSON of the engine ↔ records. Fields the kiosk does not know are ignored, so that an engine may
 * grow ahead of it.
 */
public final class Wire {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Wire() {}

  /**
   * Reads one message. An {@link UnreadableMessage} names what was being read, never the content.
   */
  public static <T> T read(String text, Class<T> type) throws UnreadableMessage {
    return Json.read(text, type);
  }

  /** A request's body. */
  public static String write(Object value) {
    return JSON.writeValueAsString(value);
  }

  /** A record's own check that the engine left nothing out. */
  public static void require(String message, @Nullable Object... fields) {
    for (Object field : fields) {
      if (field == null) {
        throw new IllegalArgumentException("a field of the engine's " + message + " is missing");
      }
    }
  }
}
