package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.html.Div;

/** What lies over every page and is shown by the browser alone, when it must. */
final class Overlays {
  private Overlays() {}

  /** Asked by kiosk.js when nobody has touched the screen for a while. */
  static Div stillThere(Words words) {
    Div panel =
        Parts.div(
            "still-panel",
            Parts.text("still-title", words.text("still.title")),
            Parts.text("still-text", words.text("still.text")),
            Parts.span("still-seconds", ""),
            Parts.button("still-yes", words.text("still.yes"), () -> {}));
    Div still = Parts.div("still", panel);
    still.getElement().setAttribute("role", "alertdialog");
    still.getElement().setAttribute("aria-label", words.text("still.title"));
    return still;
  }

  /** Shown by kiosk.js when this server cannot be heard. */
  static Div cut(Words words) {
    return Parts.div(
        "kiosk-cut",
        Parts.pictogram("away"),
        Parts.text("cut-title", words.text("cut.title")),
        Parts.text("cut-note", words.text("cut.text")));
  }
}
