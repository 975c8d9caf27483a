package vn.gocua.engine.http.json;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import vn.gocua.engine.packing.Unpacking;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Decompresses bodies. Vert.x's own decompression does not answer damaged ones. */
final class ContentEncoding {
  private ContentEncoding() {}

  /** Whether a body's header Content-Encoding names a compression. */
  static boolean isPacked(List<String> encodings) {
    return !isPlain(coding(encodings));
  }

  private static boolean isPlain(String coding) {
    return coding.isEmpty() || coding.equals("identity");
  }

  private static String coding(List<String> encodings) {
    return String.join(",", encodings).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The decompressed body.
   *
   * @param encodings all values of the header Content-Encoding
   * @throws Refusal if the encoding is unknown, the body is damaged, or over the bounds when
   *     decompressed
   */
  static byte[] unpacked(List<String> encodings, byte[] body, JsonBounds bounds) {
    String coding = coding(encodings);
    if (isPlain(coding)) {
      return body;
    }
    try {
      return switch (coding) {
        case "gzip", "x-gzip" -> Unpacking.gunzipped(body, bounds.mostBytes());
        case "deflate" -> Unpacking.inflated(body, bounds.mostBytes());
        default -> throw Refusal.of(RequestReason.UNSUPPORTED_ENCODING, "gzip, deflate");
      };
    } catch (Unpacking.TooMuch _) {
      throw Refusal.of(RequestReason.BODY_TOO_LARGE, bounds.inWords());
    } catch (IOException _) {
      throw Refusal.of(RequestReason.DAMAGED_ENCODING);
    }
  }
}
