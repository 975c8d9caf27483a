package vn.gocua.engine.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that never changes while the engine runs, such as those of the phone's app, ready to be
 * sent.
 *
 * @param packed gzipped, or null where that gains nothing
 * @param sha256 of the plain content, in base64
 */
record WebFile(String type, String etag, Buffer plain, @Nullable Buffer packed, String sha256) {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "webmanifest", "application/manifest+json; charset=utf-8",
          "svg", "image/svg+xml; charset=utf-8",
          "yaml", "application/yaml; charset=utf-8",
          "png", "image/png");

  /** Letters of the hash, of 6 bits each: some fifty small files bear such a tag. */
  private static final int ETAG = 16;

  /**
   * @throws IllegalArgumentException for a kind of file that has no type yet
   */
  static WebFile of(String name, byte[] content) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalArgumentException(name);
    }
    String hash = sha256(content);
    byte[] packed = gzip(content);
    boolean gains = packed.length < content.length * 0.9;
    return new WebFile(
        type,
        "W/\"" + hash.substring(0, ETAG) + "\"",
        Buffer.buffer(content),
        gains ? Buffer.buffer(packed) : null,
        hash);
  }

  /** Sends the file, already compressed, or answers 304. */
  void answer(RoutingContext ctx) {
    HttpServerResponse response =
        ctx.response()
            .putHeader("content-type", type)
            .putHeader("etag", etag)
            .putHeader("vary", "accept-encoding")
            .putHeader("cache-control", "no-cache");
    if (etag.equals(ctx.request().getHeader("if-none-match"))) {
      response.setStatusCode(304).end().onFailure(_ -> response.reset());
      return;
    }
    String accepted = ctx.request().getHeader("accept-encoding");
    boolean pack = packed != null && accepted != null && accepted.contains("gzip");
    Buffer body = pack && packed != null ? packed : plain;
    // Set even for plain files, so that the server does not compress them again.
    response.putHeader("content-encoding", pack ? "gzip" : "identity");
    response.putHeader("content-length", Integer.toString(body.length()));
    boolean head = ctx.request().method().equals(HttpMethod.HEAD);
    (head ? response.end() : response.end(body)).onFailure(_ -> response.reset());
  }

  /** Hash in base64, as browsers check it. */
  static String sha256(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Packed once, sent often. */
  private static final class SmallestGzip extends GZIPOutputStream {
    SmallestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packer = new SmallestGzip(out)) {
      packer.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
