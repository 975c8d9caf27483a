package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.html.Div;
import vn.gocua.base.text.Texts;

/** Overlays of every page, which the browser shows by itself. */
final class Overlays {
  private Overlays() {}

  /** Question shown by kiosk.js after a while without a touch. */
  static Div stillThere(Texts texts) {
    Div panel =
        Widgets.div(
            "still-panel",
            Widgets.text("still-title", texts.get("still.title")),
            Widgets.text("still-text", texts.get("still.text")),
            Widgets.span("still-seconds", ""),
            Widgets.button("still-yes", texts.get("still.yes"), () -> {}));
    Div still = Widgets.div("still", panel);
    still.getElement().setAttribute("role", "alertdialog");
    still.getElement().setAttribute("aria-label", texts.get("still.title"));
    return still;
  }

  /** Shown by kiosk.js when this server cannot be heard. */
  static Div cut(Texts texts) {
    return Widgets.div(
        "kiosk-cut",
        Widgets.pictogram("away"),
        Widgets.text("cut-title", texts.get("cut.title")),
        Widgets.text("cut-note", texts.get("cut.text")));
  }
}
