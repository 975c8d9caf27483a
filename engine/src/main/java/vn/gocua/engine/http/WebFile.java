package vn.gocua.engine.http;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file of the phone's app, ready to be sent.
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
          "png", "image/png");

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
        "W/\"" + hash + "\"",
        Buffer.buffer(content),
        gains ? Buffer.buffer(packed) : null,
        hash);
  }

  /** In base64, as browsers want it for checking what they fetch. */
  static String sha256(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packer = new GZIPOutputStream(out)) {
      packer.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
