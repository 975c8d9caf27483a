package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.html.Div;
import vn.gocua.base.text.Html;
import vn.gocua.kiosk.screen.QrDrawing;

/** A QR code as SVG in the page itself: sharp on paper too, and at no address of its own. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class QrPicture extends Div {
  private static final String COLOR = "#000";

  /**
   * @param label for screen readers
   */
  public QrPicture(String content, String label) {
    addClassName("qr-picture");
    String said = "role=\"img\" aria-label=\"%s\"".formatted(Html.escaped(label));
    getElement().setProperty("innerHTML", QrDrawing.svg(content, COLOR, said));
  }
}
