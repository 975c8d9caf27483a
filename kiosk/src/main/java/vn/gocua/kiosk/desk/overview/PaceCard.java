package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.live.LiveElement;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.kiosk.screen.PaceLevel;

/** Actual ÷ expected by now, and how many teams are at which pace. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class PaceCard extends Div {
  PaceCard(Texts texts) {
    addClassName("overview-card");
    H2 heading = new H2(texts.get("overview.pace"));
    heading.addClassName("overview-card-title");
    Div legend = Dom.div("overview-pace-legend");
    for (PaceLevel level : PaceLevel.values()) {
      String key = "pace/" + level.code();
      LiveElement entry =
          new LiveElement(
                  "overview-pace-entry",
                  Dom.span("overview-pace-sign"),
                  LiveElement.text("pace-count", key))
              .follow("hidden", key + "/none");
      entry.getElement().setAttribute("data-pace", level.code());
      legend.add(entry);
    }
    add(
        heading,
        Dom.div(
            "overview-card-figures",
            LiveElement.text("overview-card-number", "pace/ratio"),
            LiveElement.text("overview-card-gain", "pace/word")
                .follow("data-outlook", "pace/judged")),
        legend);
  }
}
