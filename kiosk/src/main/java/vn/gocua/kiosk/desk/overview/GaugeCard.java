package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import vn.gocua.kiosk.desk.DeskWords;
import vn.gocua.kiosk.desk.insight.Gauge;
import vn.gocua.kiosk.screen.Shown;

/**
 * One count: its total, today's gain, and how far it is along its target, with a mark where it
 * should be by now.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class GaugeCard extends Div {
  private final DeskWords words;
  private final Span total = Shown.span("card-number");
  private final Span today = Shown.span("card-gain");
  private final Div bar = Shown.div("gauge");
  private final Span reached = Shown.span("card-note");
  private final Span due = Shown.span("card-note");

  GaugeCard(DeskWords words, String title) {
    this.words = words;
    addClassName("card");
    H2 heading = new H2(title);
    heading.addClassName("card-title");
    bar.getElement().setAttribute("role", "img");
    add(heading, Shown.div("card-figures", total, today), bar, reached, due);
  }

  void show(Gauge gauge, boolean running) {
    Shown.text(total, words.count(gauge.total()));
    Shown.text(today, running ? words.text("overview.today", words.count(gauge.today())) : "");
    boolean promised = gauge.target() > 0;
    Shown.visible(bar, promised);
    Shown.style(bar, "--reached", Shown.ratio(gauge.reached()));
    Shown.style(bar, "--due", Shown.ratio(gauge.due()));
    String far =
        promised
            ? words.wall("ofTarget", words.fine(gauge.reached()), words.count(gauge.target()))
            : words.wall("noTarget");
    Shown.text(reached, far);
    Shown.attribute(bar, "aria-label", far);
    long ahead = gauge.total() - gauge.expected();
    Shown.text(
        due,
        !promised || !running
            ? ""
            : words.text(
                ahead >= 0 ? "overview.ahead" : "overview.behind",
                words.count(gauge.expected()),
                words.count(Math.abs(ahead))));
  }
}
