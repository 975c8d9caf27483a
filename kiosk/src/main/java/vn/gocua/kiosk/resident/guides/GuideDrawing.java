package vn.gocua.kiosk.resident.guides;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.content.GuideInfo;

/** A guide's picture, decorative: the words beside it say the same. */
final class GuideDrawing {
  private GuideDrawing() {}

  static Component of(GuideInfo guide) {
    String picture = guide.picture();
    if (picture == null) {
      return Widgets.pictogram("door-guides");
    }
    return new Html("<div class=\"drawing\" aria-hidden=\"true\">" + picture + "</div>");
  }
}
