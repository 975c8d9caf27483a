package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import vn.gocua.kiosk.screen.Dom;

/** A framed part of a page with a title. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public class Panel extends Div {
  /** A panel without a title. */
  @SuppressWarnings("this-escape") // Vaadin's own methods, of which no panel changes any.
  public Panel(Component... content) {
    super(content);
    addClassName("panel");
  }

  @SuppressWarnings("this-escape") // As above.
  public Panel(String title, Component... content) {
    addClassName("panel");
    add(heading(title));
    add(content);
  }

  /** A panel whose title shares its line with tools. */
  public static Panel withTools(String title, Component tools, Component... content) {
    Panel panel = new Panel(Dom.div("panel-head", heading(title), tools));
    panel.add(content);
    return panel;
  }

  /** The title of a panel with a head of its own. */
  public static H2 heading(String title) {
    H2 heading = new H2(title);
    heading.addClassName("panel-title");
    return heading;
  }

  /** A paragraph of running text. */
  public static Paragraph text(String text) {
    return new Paragraph(text);
  }
}
