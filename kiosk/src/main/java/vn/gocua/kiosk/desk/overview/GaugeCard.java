package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import vn.gocua.kiosk.desk.live.LivePart;
import vn.gocua.kiosk.screen.Shown;

/**
 * One count: its total, today's gain, and how far it is along its target, with a mark where it
 * should be by now.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class GaugeCard extends Div {
  /**
   * @param count which one, as {@link OverviewFigures} names it
   */
  GaugeCard(String title, String count) {
    addClassName("card");
    H2 heading = new H2(title);
    heading.addClassName("card-title");
    LivePart bar =
        new LivePart("gauge")
            .follow("--reached", count + "/reached")
            .follow("--due", count + "/due")
            .follow("aria-label", count + "/far")
            .follow("hidden", count + "/unpromised");
    bar.getElement().setAttribute("role", "img");
    add(
        heading,
        Shown.div(
            "card-figures",
            LivePart.text("card-number", count + "/total"),
            LivePart.text("card-gain", count + "/today")),
        bar,
        LivePart.text("card-note", count + "/far"),
        LivePart.text("card-note", count + "/ahead"));
  }
}
