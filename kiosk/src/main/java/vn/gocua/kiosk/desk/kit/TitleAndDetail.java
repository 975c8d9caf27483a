package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import vn.gocua.kiosk.screen.Dom;

/** A title with details in small letters below. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class TitleAndDetail extends Div {
  public TitleAndDetail(String title, String detail) {
    addClassName("title-detail");
    line("row-title", title);
    line("row-detail", detail);
  }

  private TitleAndDetail() {
    addClassName("title-detail");
  }

  /** A title without details yet. */
  public static TitleAndDetail of(String title) {
    TitleAndDetail made = new TitleAndDetail();
    made.line("row-title", title);
    return made;
  }

  /** A line as strong as the title. */
  public TitleAndDetail strong(String text) {
    return line("row-strong", text);
  }

  public TitleAndDetail detail(String text) {
    return line("row-detail", text);
  }

  /** A line that warns. */
  public TitleAndDetail warning(String text) {
    return line("row-warning", text);
  }

  /** Shows by colour whether it is overdue. */
  public TitleAndDetail urgent(boolean urgent) {
    getElement().setAttribute("data-urgent", String.valueOf(urgent));
    return this;
  }

  public TitleAndDetail status(StatusChip status) {
    add(status);
    return this;
  }

  private TitleAndDetail line(String className, String text) {
    Span line = Dom.span(className);
    line.setText(text);
    add(line);
    return this;
  }
}
