package vn.gocua.kiosk.web;

import jakarta.servlet.http.HttpSession;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.DeskPages;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.live.LiveClient;
import vn.gocua.kiosk.desk.live.LiveHub;
import vn.gocua.kiosk.desk.live.LiveLine;

/**
 * WebSocket for the desk's figures. Accepts only a page of the same signed-in session; closes all
 * others without an answer.
 */
public final class LiveSocket extends Endpoint {
  /** The browser names its page in the query. */
  private static final String PAGE = "page";

  /** A page gets something every two seconds; a hidden one, every twenty. */
  private static final Duration IDLE = Duration.ofMinutes(1);

  private static final int LONGEST_WORD = 64;

  private final LiveHub live;
  private @Nullable LiveClient page;
  private @Nullable LiveLine line;

  private LiveSocket(LiveHub live) {
    this.live = live;
  }

  static ServerEndpointConfig of(LiveHub live) {
    return ServerEndpointConfig.Builder.create(LiveSocket.class, DeskPages.LIVE)
        .configurator(new Door(live))
        .build();
  }

  private static final class Door extends ServerEndpointConfig.Configurator {
    private final LiveHub live;

    Door(LiveHub live) {
      this.live = live;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(new LiveSocket(live));
    }

    /** Messages are short, and packing each for each page would cost more than it saves. */
    @Override
    public List<Extension> getNegotiatedExtensions(
        List<Extension> installed, List<Extension> requested) {
      return List.of();
    }

    @Override
    public void modifyHandshake(
        ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
      if (request.getHttpSession() instanceof HttpSession session
          && session.getAttribute(DeskSession.ATTRIBUTE) instanceof DeskSession leader) {
        config.getUserProperties().put(DeskSession.ATTRIBUTE, leader);
      }
    }
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    Map<String, List<String>> query = session.getRequestParameterMap();
    DeskSession leader =
        config.getUserProperties().get(DeskSession.ATTRIBUTE) instanceof DeskSession signedIn
            ? signedIn
            : null;
    LiveClient named = live.page(query.getOrDefault(PAGE, List.of("")).getFirst(), leader);
    LiveLine opened = new Line(session);
    if (named == null) {
      opened.close();
      return;
    }
    page = named;
    line = opened;
    session.setMaxIdleTimeout(IDLE.toMillis());
    session.setMaxTextMessageBufferSize(LONGEST_WORD);
    session.addMessageHandler(String.class, (MessageHandler.Whole<String>) named::said);
    named.connect(opened);
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    if (page != null && line != null) {
      page.disconnect(line);
    }
  }

  @Override
  public void onError(Session session, Throwable failure) {
    // The browser is gone; the page learns it from the closed connection.
  }

  private record Line(Session session) implements LiveLine {
    @Override
    public void send(String message, Consumer<Boolean> done) {
      try {
        session.getAsyncRemote().sendText(message, result -> done.accept(result.isOK()));
      } catch (IllegalStateException | IllegalArgumentException _) {
        done.accept(false);
      }
    }

    @Override
    public void close() {
      try {
        session.close(new CloseReason(CloseCodes.GOING_AWAY, ""));
      } catch (IOException | IllegalStateException _) {
        // Closed already.
      }
    }
  }
}
