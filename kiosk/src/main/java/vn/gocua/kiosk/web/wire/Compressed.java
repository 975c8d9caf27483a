package vn.gocua.kiosk.web.wire;

import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * Sends pages, files and the views' answers compressed. Not so what holds a page's security key,
 * nor what people download, nor push. Bodies that are sent here are never unpacked.
 */
public final class Compressed extends Handler.Wrapper {
  private static final String[] TYPES = {
    "text/html",
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/json",
    "image/svg+xml"
  };

  /** Push, and what Vaadin hands out by a session: files to download, uploads. */
  private static final String[] NEVER = {"/VAADIN/push/*", "/VAADIN/dynamic/*"};

  /** Names what a request to a view is for. */
  private static final String KIND = "v-r";

  /** Answers of that kind are a view's changes; the first one, {@code init}, has the key. */
  private static final String CHANGES = "uidl";

  private final Handler plain;

  public Compressed(Handler inside) {
    super(compressing(inside));
    plain = inside;
  }

  private static CompressionHandler compressing(Handler inside) {
    CompressionConfig.Builder config =
        CompressionConfig.builder()
            .compressIncludeMethod("GET")
            .compressIncludeMethod("POST")
            .decompressExcludeEncoding("gzip");
    for (String type : TYPES) {
      config.compressIncludeMimeType(type);
    }
    for (String path : NEVER) {
      config.compressExcludePath(path);
    }
    CompressionHandler compressing = new CompressionHandler(inside);
    compressing.putCompression(new GzipCompression());
    compressing.putConfiguration("/*", config.build());
    return compressing;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getHeaders().contains(HttpHeader.UPGRADE, "websocket") || hasKey(request)) {
      return plain.handle(request, response, callback);
    }
    return super.handle(request, response, callback);
  }

  private static boolean hasKey(Request request) {
    String query = request.getHttpURI().getQuery();
    if (query == null || !query.contains(KIND)) {
      return false;
    }
    Fields.Field kind = Request.extractQueryParameters(request).get(KIND);
    return kind != null && !kind.getValues().equals(List.of(CHANGES));
  }
}
