package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import vn.gocua.kiosk.desk.kit.DeskWords;
import vn.gocua.kiosk.desk.live.LiveElement;
import vn.gocua.kiosk.screen.Dom;

/** Where the count will stand on the last day, as a range, and how that was worked out. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class ForecastCard extends Div {
  ForecastCard(DeskWords words) {
    addClassName("card");
    H2 heading = new H2(words.text("overview.forecast"));
    heading.addClassName("card-title");
    add(
        heading,
        Dom.div(
            "card-figures",
            LiveElement.text("card-number", "forecast/range"),
            LiveElement.text("card-gain", "forecast/outlook")
                .follow("data-outlook", "forecast/promise")),
        LiveElement.text("card-note", "forecast/method"));
  }
}
