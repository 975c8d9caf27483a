package vn.gocua.kiosk.web.wire;

import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets only our own pages open a WebSocket. A browser sends cookies whichever site's page connects,
 * and names that site. Programs other than browsers name none, and have no cookies to misuse.
 */
public final class OwnOrigin extends Handler.Wrapper {
  /** The one version of the protocol (RFC 6455). */
  private static final String VERSION = "13";

  /** Public address, for a proxy that does not pass on the requested one. */
  private final URI publicUrl;

  public OwnOrigin(URI publicUrl, Handler inside) {
    super(inside);
    this.publicUrl = publicUrl;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields fields = request.getHeaders();
    if (asksForWebSocket(fields) && !VERSION.equals(fields.get(HttpHeader.SEC_WEBSOCKET_VERSION))) {
      // Vaadin's push would answer 501, as if the server lacked something.
      response.getHeaders().put(HttpHeader.SEC_WEBSOCKET_VERSION, VERSION);
      Response.writeError(request, response, callback, HttpStatus.UPGRADE_REQUIRED_426);
      return true;
    }
    if (isUpgrade(fields)
        && !fields.getValuesList(HttpHeader.ORIGIN).stream().allMatch(o -> isOurs(o, fields))) {
      Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
      return true;
    }
    return super.handle(request, response, callback);
  }

  private static boolean asksForWebSocket(HttpFields fields) {
    return fields.contains(HttpHeader.UPGRADE, "websocket");
  }

  private static boolean isUpgrade(HttpFields fields) {
    return fields.contains(HttpHeader.UPGRADE) || fields.contains(HttpHeader.SEC_WEBSOCKET_KEY);
  }

  private boolean isOurs(String text, HttpFields fields) {
    URI origin = uri(text);
    if (origin == null || origin.getHost() == null) {
      return false;
    }
    // A missing port means the page's own scheme's.
    URI asked = uri(origin.getScheme() + "://" + fields.get(HttpHeader.HOST));
    return isSame(origin, publicUrl) || (asked != null && isSame(origin, asked));
  }

  private static boolean isSame(URI one, URI other) {
    return one.getHost().equalsIgnoreCase(other.getHost()) && port(one) == port(other);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  private static @Nullable URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      return null;
    }
  }
}
