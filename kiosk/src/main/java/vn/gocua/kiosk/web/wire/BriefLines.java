package vn.gocua.kiosk.web.wire;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import vn.gocua.kiosk.web.door.Sessions;

/**
 * Ends WebSockets without a session. Vaadin reports the expired session, which a page reads at
 * once, but would leave the connection open.
 */
public final class BriefLines extends Handler.Wrapper {
  private static final long SECONDS = 10;

  private final Sessions sessions;

  public BriefLines(Sessions sessions, Handler inside) {
    super(inside);
    this.sessions = sessions;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getHeaders().contains(HttpHeader.SEC_WEBSOCKET_KEY)
        && request.getHeaders().contains(HttpHeader.UPGRADE)
        && !sessions.knows(request)) {
      Connection http = request.getConnectionMetaData().getConnection();
      var _ =
          request
              .getComponents()
              .getScheduler()
              .schedule(() -> closeWebSocket(http), SECONDS, TimeUnit.SECONDS);
    }
    return super.handle(request, response, callback);
  }

  /** Closes a line that became a WebSocket; one that did not, a proxy may share between people. */
  private static void closeWebSocket(Connection http) {
    EndPoint line = http.getEndPoint();
    if (!http.equals(line.getConnection())) {
      line.close();
    }
  }
}
