package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.html.Div;

/** Overlays of every page, which the browser shows by itself. */
final class Overlays {
  private Overlays() {}

  /** Question shown by kiosk.js after a while without a touch. */
  static Div stillThere(Words words) {
    Div panel =
        Widgets.div(
            "still-panel",
            Widgets.text("still-title", words.text("still.title")),
            Widgets.text("still-text", words.text("still.text")),
            Widgets.span("still-seconds", ""),
            Widgets.button("still-yes", words.text("still.yes"), () -> {}));
    Div still = Widgets.div("still", panel);
    still.getElement().setAttribute("role", "alertdialog");
    still.getElement().setAttribute("aria-label", words.text("still.title"));
    return still;
  }

  /** Shown by kiosk.js when this server cannot be heard. */
  static Div cut(Words words) {
    return Widgets.div(
        "kiosk-cut",
        Widgets.pictogram("away"),
        Widgets.text("cut-title", words.text("cut.title")),
        Widgets.text("cut-note", words.text("cut.text")));
  }
}
