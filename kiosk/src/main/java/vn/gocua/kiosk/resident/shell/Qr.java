package vn.gocua.kiosk.resident.shell;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.vaadin.flow.component.html.Image;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** QR codes as pictures that stay sharp at every size, drawn here: nothing is fetched for them. */
public final class Qr {
  private static final int QUIET = 4;

  private Qr() {}

  /** The picture of a text, such as an address. */
  public static Image image(String text, String alt) {
    String data = Base64.getEncoder().encodeToString(svg(text).getBytes(StandardCharsets.UTF_8));
    Image image = new Image("data:image/svg+xml;base64," + data, alt);
    image.addClassName("qr");
    return image;
  }

  static String svg(String text) {
    ByteMatrix modules;
    try {
      modules =
          Encoder.encode(
                  text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    int size = modules.getWidth() + 2 * QUIET;
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#14213d" d="%2$s"/></svg>\
    """
        .formatted(size, path);
  }
}
