package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.live.LiveElement;
import vn.gocua.kiosk.screen.Dom;

/** Forecast of the count on the last day, as a range with its method. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class ForecastCard extends Div {
  ForecastCard(Texts texts) {
    addClassName("overview-card");
    H2 heading = new H2(texts.get("overview.forecast"));
    heading.addClassName("overview-card-title");
    add(
        heading,
        Dom.div(
            "overview-card-figures",
            LiveElement.text("overview-card-number", "forecast/range"),
            LiveElement.text("overview-card-gain", "forecast/outlook")
                .follow("data-outlook", "forecast/promise")),
        LiveElement.text("overview-card-note", "forecast/method"));
  }
}
