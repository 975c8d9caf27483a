package vn.gocua.kiosk.resident.guides;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.content.GuideInfo;

/** One step of a guide, large. The last one has the QR code again. */
final class GuideStepPage implements Page {
  private final GuideInfo guide;
  private final int step;

  /**
   * @param step from 0
   */
  GuideStepPage(GuideInfo guide, int step) {
    this.guide = guide;
    this.step = step;
  }

  private boolean isLast() {
    return step == guide.steps().size() - 1;
  }

  @Override
  public String title(Texts texts) {
    return guide.steps().get(step).title();
  }

  @Override
  public String lead(Texts texts) {
    return texts.get("guide.step", step + 1, guide.steps().size(), guide.title());
  }

  @Override
  public Component content(PageHost host) {
    // Marks paragraphs to be read aloud; list items are found by themselves.
    String html = guide.steps().get(step).html().replace("<p>", "<p data-read>");
    Html step = new Html("<div class=\"guide-step\">" + html + "</div>");
    step.getElement().setAttribute("lang", Language.first().tag());
    Div page = Widgets.div("guide-page", progress(), mark(host.texts()), step);
    if (isLast()) {
      page.add(GuidePage.takeHome(guide, host.texts()));
    }
    return page;
  }

  /** Whoever opens a guide at a step reads there whether it can be relied on. */
  private Component mark(Texts texts) {
    return Widgets.text("guide-mark", GuideMark.of(guide, texts));
  }

  private Div progress() {
    Div dots = Widgets.div("guide-progress");
    dots.getElement().setAttribute("aria-hidden", "true");
    for (int i = 0; i < guide.steps().size(); i++) {
      Span dot = Widgets.span("guide-dot", "");
      dot.setClassName("passed", i <= step);
      dots.add(dot);
    }
    return dots;
  }

  @Override
  public Action action(PageHost host) {
    Texts texts = host.texts();
    return isLast()
        ? new Action(texts.get("guide.end"), host::home)
        : new Action(texts.get("guide.next"), () -> host.open(new GuideStepPage(guide, step + 1)));
  }
}
