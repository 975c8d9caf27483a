package vn.gocua.engine.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import vn.gocua.base.settings.TrustedProxies;

/** Address and protocol of a request's sender, behind trusted proxies. */
public final class Callers {
  private final TrustedProxies proxies;

  public Callers(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  /** The sender's address; behind an untrusted proxy, the proxy's. */
  public InetAddress address(HttpServerRequest request) {
    return origin(request).address();
  }

  /** Whether the whole known way is HTTPS. */
  public boolean isHttps(HttpServerRequest request) {
    return request.isSSL() || origin(request).isHttps();
  }

  private TrustedProxies.Origin origin(HttpServerRequest request) {
    SocketAddress peer = request.connection().remoteAddress();
    return proxies.origin(
        InetAddress.ofLiteral(peer.hostAddress()),
        request.headers().getAll("x-forwarded-for"),
        request.headers().getAll("x-forwarded-proto"),
        request.headers().getAll("x-forwarded-host"));
  }

  /** Tells browsers on HTTPS to use nothing else for a year. */
  public void insistOnTls(RoutingContext ctx) {
    if (isHttps(ctx.request())) {
      ctx.response().putHeader("strict-transport-security", "max-age=31536000");
    }
    ctx.next();
  }
}
