package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import vn.gocua.kiosk.desk.DeskWords;
import vn.gocua.kiosk.desk.live.LivePart;
import vn.gocua.kiosk.screen.PaceLevel;
import vn.gocua.kiosk.screen.Shown;

/** Actual ÷ expected by now, and how many teams are at which pace. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class PaceCard extends Div {
  PaceCard(DeskWords words) {
    addClassName("card");
    H2 heading = new H2(words.text("overview.pace"));
    heading.addClassName("card-title");
    Div legend = Shown.div("pace-legend");
    for (PaceLevel level : PaceLevel.values()) {
      String key = "pace/" + level.code();
      LivePart entry =
          new LivePart("pace-entry", Shown.span("pace-sign"), LivePart.text("pace-count", key))
              .follow("hidden", key + "/none");
      entry.getElement().setAttribute("data-pace", level.code());
      legend.add(entry);
    }
    add(
        heading,
        Shown.div(
            "card-figures",
            LivePart.text("card-number", "pace/ratio"),
            LivePart.text("card-gain", "pace/word").follow("data-outlook", "pace/judged")),
        legend);
  }
}
