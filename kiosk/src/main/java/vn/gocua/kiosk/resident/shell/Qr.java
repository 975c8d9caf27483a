package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.html.Image;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import vn.gocua.kiosk.screen.QrDrawing;

/** QR codes as pictures. */
public final class Qr {
  private static final String COLOR = "#14213d";

  private Qr() {}

  /** The picture of a text, such as an address. */
  public static Image image(String text, String alt) {
    byte[] svg = QrDrawing.svg(text, COLOR, "").getBytes(StandardCharsets.UTF_8);
    Image image =
        new Image("data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg), alt);
    image.addClassName("qr");
    return image;
  }
}
