package vn.gocua.kiosk.desk.reports;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.screen.Dom;

/** Progress of a long download; hidden without one. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class ExportProgress extends Div {
  private final Texts texts;
  private final ProgressBar bar = new ProgressBar();
  private final Span text = Dom.span("export-text");

  ExportProgress(Texts texts) {
    this.texts = texts;
    addClassName("reports-progress");
    bar.getElement().setAttribute("aria-label", texts.get("reports.progress"));
    text.getElement().setAttribute("role", "status");
    add(bar, text);
    setVisible(false);
  }

  void begin() {
    setVisible(true);
    bar.setVisible(true);
    bar.setIndeterminate(true);
    Dom.attribute(this, "data-state", "writing");
    Dom.text(text, texts.get("reports.progress.begun"));
  }

  /**
   * @param share of the file that is written, from 0 to 1
   */
  void at(double share) {
    bar.setIndeterminate(false);
    bar.setValue(Math.clamp(share, 0.0, 1.0));
    Dom.text(text, texts.get("reports.progress.at", DeskFigures.percent(texts, share)));
  }

  /**
   * @param whole whether the browser has all of it
   */
  void end(boolean whole) {
    bar.setVisible(false);
    Dom.attribute(this, "data-state", whole ? "whole" : "broken");
    Dom.text(text, texts.get(whole ? "reports.progress.whole" : "reports.progress.broken"));
  }
}
