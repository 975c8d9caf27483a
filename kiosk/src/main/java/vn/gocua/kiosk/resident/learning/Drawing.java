package vn.gocua.kiosk.resident.learning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import vn.gocua.kiosk.resident.shelf.Guide;
import vn.gocua.kiosk.resident.shell.Parts;

/** A guide's picture; it says nothing that the words beside it do not say. */
final class Drawing {
  private Drawing() {}

  static Component of(Guide guide) {
    String picture = guide.picture();
    if (picture == null) {
      return Parts.pictogram("door-guides");
    }
    return new Html("<div class=\"drawing\" aria-hidden=\"true\">" + picture + "</div>");
  }
}
