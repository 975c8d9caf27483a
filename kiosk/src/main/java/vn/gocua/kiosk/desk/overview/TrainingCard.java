package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.frame.DeskLinks;
import vn.gocua.kiosk.desk.training.TrainingPage;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.campaign.TrainingInfo;

/** Progress of the staff's training. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class TrainingCard extends Div {
  private final Texts texts;
  private final Span share = Dom.span("overview-card-number");
  private final Span people = Dom.span("overview-card-gain");
  private final Div bar = Dom.div("target-gauge");
  private final Span units = Dom.span("overview-card-note");

  TrainingCard(Texts texts) {
    this.texts = texts;
    addClassNames("overview-card", "overview-training");
    H2 heading = new H2();
    heading.addClassName("overview-card-title");
    heading.add(new Anchor(DeskLinks.path(TrainingPage.class), texts.get("training.card")));
    bar.getElement().setAttribute("role", "img");
    Dom.style(bar, "--due", "1");
    add(heading, Dom.div("overview-card-figures", share, people), bar, units);
  }

  void show(TrainingInfo training) {
    boolean known = training.total() > 0;
    double ratio = known ? (double) training.trained() / training.total() : 0;
    Dom.visible(this, known);
    Dom.visible(bar, known);
    Dom.text(share, known ? texts.get("percent", texts.figures().percent(ratio)) : "–");
    Dom.text(people, texts.get("training.card.people", training.trained(), training.total()));
    String complete =
        texts.get("training.card.units", training.complete(), training.units().size());
    Dom.text(units, complete);
    Dom.style(bar, "--reached", Dom.ratio(ratio));
    Dom.attribute(bar, "aria-label", complete);
  }
}
