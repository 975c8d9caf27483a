package vn.gocua.kiosk.desk.kit;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import com.vaadin.flow.component.html.Div;
import java.util.Map;

/**
 * A QR code as SVG in the page itself: sharp at any size, on paper too, and at no address of its
 * own.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class QrPicture extends Div {
  /** Readers need this many modules of white around. */
  private static final int QUIET = 4;

  /**
   * @param label for screen readers
   */
  public QrPicture(String content, String label) {
    addClassName("qr-picture");
    ByteMatrix modules = modules(content);
    int size = modules.getWidth() + 2 * QUIET;
    getElement().setProperty("innerHTML", svg(modules, size, label));
  }

  private static String svg(ByteMatrix modules, int size, String label) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" shape-rendering=\"crispEdges\"><rect width=\"%d\" height=\"%d\" fill=\"#fff\"/><path d=\"%s\" fill=\"#000\"/></svg>"
        .formatted(size, size, escaped(label), size, size, path);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static ByteMatrix modules(String content) {
    try {
      QRCode code =
          Encoder.encode(
              content, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
      return code.getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
