package vn.gocua.engine.http.json;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import vn.gocua.engine.packing.Unpacking;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Bodies that come packed. Unpacked here and not by the server, which answers to damage nothing.
 */
final class ContentEncoding {
  private ContentEncoding() {}

  /** Whether a body's header Content-Encoding says that it is packed. */
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
   * A body as it was before it was packed.
   *
   * @param encodings what the header Content-Encoding says, each time that it is there
   * @throws Refusal if it is packed in a way not known here, damaged, or over the bounds unpacked
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
        default -> throw Refusal.unsupported("unsupported-encoding", "gzip, deflate");
      };
    } catch (Unpacking.TooMuch _) {
      throw Refusal.tooLarge("body-too-large", bounds.inWords());
    } catch (IOException _) {
      throw Refusal.invalid("damaged-encoding");
    }
  }
}
