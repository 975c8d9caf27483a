package vn.gocua.kiosk.web.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.atmosphere.cpr.Action;
import org.atmosphere.cpr.AtmosphereInterceptorAdapter;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.AtmosphereResource.TRANSPORT;
import org.atmosphere.cpr.AtmosphereResourceEvent;
import org.atmosphere.cpr.AtmosphereResourceEventListenerAdapter;
import org.atmosphere.websocket.WebSocket;

/**
 * Bounds a page's messages on its WebSocket. A page sends a length, a bar and the message, in
 * pieces; Vaadin joins them up to any length. A connection with a longer message, or another length
 * than announced, is closed.
 *
 * <p>Public for Atmosphere, which makes it by its name.
 */
public final class BriefMessages extends AtmosphereInterceptorAdapter {
  /** Largest message in characters; a visitor's action has some hundreds. */
  public static final int MOST = 128 * 1024;

  /** Digits of a length, and the bar. */
  private static final int LONGEST_LENGTH = 8;

  /** Largest number of connections within a message. */
  private static final int MOST_LINES = 10_000;

  /** Atmosphere's heartbeat. */
  private static final String SIGN_OF_LIFE = "X";

  /** Connections within a message, with the length still to come. */
  private final Map<String, Integer> left = new ConcurrentHashMap<>();

  @Override
  public Action inspect(AtmosphereResource line) {
    if (line.transport() != TRANSPORT.WEBSOCKET) {
      return Action.CONTINUE;
    }
    if (!line.getRequest().getMethod().equals("POST")) {
      // The connection opens: the only time to register for its end, and nothing is left to come.
      left.remove(line.uuid());
      line.addEventListener(new Forget(line.uuid()));
      return Action.CONTINUE;
    }
    var body = line.getRequest().body();
    String said = body.isEmpty() ? "" : body.hasString() ? body.asString() : "";
    Integer before = left.get(line.uuid());
    int missing = before == null ? told(said) : before - said.length();
    if (missing < 0 || (said.isEmpty() && !body.isEmpty())) {
      return refuse(line);
    }
    if (missing == 0) {
      left.remove(line.uuid());
    } else if (before == null && left.size() >= MOST_LINES) {
      return refuse(line);
    } else {
      left.put(line.uuid(), missing);
    }
    return Action.CONTINUE;
  }

  /** Rest of a message after its first piece; negative if it is none. */
  private static int told(String said) {
    int bar = said.indexOf('|');
    if (bar < 1) {
      return said.isBlank() || said.equals(SIGN_OF_LIFE) ? 0 : -1;
    }
    try {
      int length = bar < LONGEST_LENGTH ? Integer.parseInt(said, 0, bar, 10) : -1;
      return length > MOST ? -1 : length - (said.length() - bar - 1);
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  private Action refuse(AtmosphereResource line) {
    left.remove(line.uuid());
    // A message's resource knows nothing of the line that it came on; what answers it does.
    if (line.getResponse().getAsyncIOWriter() instanceof WebSocket socket) {
      socket.close();
    }
    return Action.CANCELLED;
  }

  private final class Forget extends AtmosphereResourceEventListenerAdapter {
    private final String line;

    /** By its name: a closed connection no longer has itself. */
    Forget(String line) {
      this.line = line;
    }

    @Override
    public void onDisconnect(AtmosphereResourceEvent event) {
      left.remove(line);
    }

    @Override
    public void onClose(AtmosphereResourceEvent event) {
      left.remove(line);
    }
  }
}
