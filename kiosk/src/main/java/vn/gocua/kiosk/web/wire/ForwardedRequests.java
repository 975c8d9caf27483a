package vn.gocua.kiosk.web.wire;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.settings.TrustedProxies;

/** Shows servlets a request as it was before trusted proxies handed it on. */
public final class ForwardedRequests implements HttpConfiguration.Customizer {
  private final TrustedProxies proxies;

  public ForwardedRequests(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    if (!(request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress peer)
        || !proxies.trusts(peer.getAddress())) {
      return request;
    }
    HttpFields fields = request.getHeaders();
    TrustedProxies.Origin origin =
        proxies.origin(
            peer.getAddress(),
            fields.getValuesList("X-Forwarded-For"),
            fields.getValuesList("X-Forwarded-Proto"),
            fields.getValuesList("X-Forwarded-Host"));
    HttpURI.Mutable address = HttpURI.build(request.getHttpURI());
    if (origin.protocol() != null) {
      address.scheme(origin.isHttps() ? HttpScheme.HTTPS : HttpScheme.HTTP);
    }
    HostPort host = hostPort(origin.host());
    if (host != null) {
      address.authority(host.getHost(), host.getPort());
    }
    return new Forwarded(
        request,
        address.asImmutable(),
        new InetSocketAddress(origin.address(), peer.getPort()),
        host,
        origin.isHttps());
  }

  private static @Nullable HostPort hostPort(@Nullable String text) {
    try {
      return text == null || text.isEmpty() ? null : new HostPort(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static final class Forwarded extends Request.Wrapper {
    private final HttpFields fields;
    private final HttpURI address;
    private final ConnectionMetaData connection;
    private final boolean https;

    Forwarded(
        Request request,
        HttpURI address,
        InetSocketAddress from,
        @Nullable HostPort host,
        boolean https) {
      super(request);
      this.fields =
          host == null
              ? request.getHeaders()
              : HttpFields.build(request.getHeaders())
                  .put(HttpHeader.HOST, host.toString())
                  .asImmutable();
      this.address = address;
      this.https = https;
      this.connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public boolean isSecure() {
              return https;
            }

            @Override
            public SocketAddress getRemoteSocketAddress() {
              return from;
            }

            @Override
            public HostPort getServerAuthority() {
              return host == null ? super.getServerAuthority() : host;
            }
          };
    }

    @Override
    public HttpFields getHeaders() {
      return fields;
    }

    @Override
    public HttpURI getHttpURI() {
      return address;
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return connection;
    }

    @Override
    public boolean isSecure() {
      return https;
    }
  }
}
