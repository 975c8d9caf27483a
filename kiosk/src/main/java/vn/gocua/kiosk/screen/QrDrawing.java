package vn.gocua.kiosk.screen;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** QR codes as SVG, which is sharp at every size. Drawn here: nothing is fetched for them. */
public final class QrDrawing {
  /** Readers need this many modules of white around. */
  private static final int QUIET = 4;

  private QrDrawing() {}

  /**
   * The SVG of a text, such as an address, on white.
   *
   * @param color of the modules
   * @param attributes more attributes of the element, escaped; may be empty
   * @throws IllegalArgumentException if the text is too long for a code
   */
  public static String svg(String text, String color, String attributes) {
    ByteMatrix modules = modules(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges" %4$s>\
    <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="%3$s" d="%2$s"/></svg>\
    """
        .formatted(modules.getWidth() + 2 * QUIET, path, color, attributes);
  }

  private static ByteMatrix modules(String text) {
    try {
      return Encoder.encode(
              text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
          .getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
