package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import vn.gocua.kiosk.desk.live.LiveElement;
import vn.gocua.kiosk.screen.Dom;

/** One count: total, today's gain, progress to its target, and a mark of the expected progress. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class GaugeCard extends Div {
  /**
   * @param count which one, as {@link OverviewFigures} names it
   */
  GaugeCard(String title, String count) {
    addClassName("overview-card");
    H2 heading = new H2(title);
    heading.addClassName("overview-card-title");
    LiveElement bar =
        new LiveElement("target-gauge")
            .follow("--reached", count + "/reached")
            .follow("--due", count + "/due")
            .follow("aria-label", count + "/far")
            .follow("hidden", count + "/unpromised");
    bar.getElement().setAttribute("role", "img");
    add(
        heading,
        Dom.div(
            "overview-card-figures",
            LiveElement.text("overview-card-number", count + "/total"),
            LiveElement.text("overview-card-gain", count + "/today")),
        bar,
        LiveElement.text("overview-card-note", count + "/far"),
        LiveElement.text("overview-card-note", count + "/ahead"));
  }
}
