package vn.gocua.engine.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Bodies that come packed. Unpacked here and not by the server, which answers to damage nothing.
 */
final class Packed {
  private Packed() {}

  /**
   * A body as it was before it was packed.
   *
   * @param encodings what the header Content-Encoding says, each time that it is there
   * @throws Problem if it is packed in a way not known here, damaged, or over the limit unpacked
   */
  static byte[] unpacked(List<String> encodings, byte[] body, int limit) {
    return switch (String.join(",", encodings).strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> body;
      case "gzip", "x-gzip" -> gunzipped(body, limit);
      case "deflate" -> inflated(body, limit);
      default -> throw Problem.of(415, "unsupported-encoding", "gzip, deflate");
    };
  }

  private static byte[] gunzipped(byte[] body, int limit) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return limited(in, limit);
    } catch (IOException _) {
      throw Problem.of(400, "damaged-encoding");
    }
  }

  /** With zlib's head, as the standard has it, or without, as some send it. */
  private static byte[] inflated(byte[] body, int limit) {
    boolean head =
        body.length > 1
            && (body[0] & 0x0f) == 8
            && ((body[0] & 0xff) << 8 | (body[1] & 0xff)) % 31 == 0;
    try (Inflater inflater = new Inflater(!head);
        InputStream in = new InflaterInputStream(new ByteArrayInputStream(body), inflater)) {
      return limited(in, limit);
    } catch (IOException _) {
      throw Problem.of(400, "damaged-encoding");
    }
  }

  private static byte[] limited(InputStream in, int limit) throws IOException {
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw Problem.of(413, "body-too-large");
    }
    return bytes;
  }
}
