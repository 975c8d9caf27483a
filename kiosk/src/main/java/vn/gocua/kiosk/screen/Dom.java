package vn.gocua.kiosk.screen;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Objects;

/** Helpers for components; setting an equal value sends nothing. */
public final class Dom {
  private Dom() {}

  public static Div div(String className, Component... content) {
    Div div = new Div(content);
    div.addClassName(className);
    return div;
  }

  public static Span span(String className) {
    Span span = new Span("");
    span.addClassName(className);
    return span;
  }

  public static H2 heading(String text) {
    H2 heading = new H2(text);
    heading.addClassName("heading");
    return heading;
  }

  /** Changes the text in place; {@code setText} would have the browser build a new text node. */
  public static void text(HasText component, String text) {
    Element element = component.getElement();
    if (element.getChildCount() != 1 || !element.getChild(0).isTextNode()) {
      element.setText(text);
    } else if (!text.equals(element.getChild(0).getText())) {
      element.getChild(0).setText(text);
    }
  }

  public static void attribute(Component component, String name, String value) {
    if (!value.equals(component.getElement().getAttribute(name))) {
      component.getElement().setAttribute(name, value);
    }
  }

  public static void style(Component component, String name, String value) {
    if (!Objects.equals(component.getStyle().get(name), value)) {
      component.getStyle().set(name, value);
    }
  }

  /** Four digits are finer than any screen. */
  public static String ratio(double ratio) {
    return String.valueOf(Math.round(Math.clamp(ratio, 0.0, 1.0) * 10_000) / 10_000.0);
  }

  public static void visible(Component component, boolean visible) {
    if (component.isVisible() != visible) {
      component.setVisible(visible);
    }
  }
}
