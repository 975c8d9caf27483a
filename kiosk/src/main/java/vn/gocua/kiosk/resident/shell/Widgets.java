package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Map;

/** Widgets of the residents' pages. */
public final class Widgets {
  private Widgets() {}

  public static Div div(String className, Component... content) {
    Div div = new Div(content);
    div.addClassName(className);
    return div;
  }

  public static Span span(String className, String text) {
    Span span = new Span(text);
    span.addClassName(className);
    return span;
  }

  public static Paragraph text(String className, String text) {
    Paragraph paragraph = new Paragraph(text);
    paragraph.addClassName(className);
    return paragraph;
  }

  /** A picture of {@code /gocua/pictograms/}, decorative: the words beside it say the same. */
  public static Image pictogram(String name) {
    Image image = new Image("/gocua/pictograms/" + name + ".svg", "");
    image.addClassName("pictogram");
    image.getElement().setAttribute("draggable", "false");
    return image;
  }

  /** A button that does something, without being one of a page's choices. */
  public static NativeButton button(String className, String label, Runnable press) {
    NativeButton button = new NativeButton(label, _ -> press.run());
    button.addClassName(className);
    button.getElement().setAttribute("type", "button");
    return button;
  }

  /** A choice with a picture above its words. */
  public static NativeButton tile(String pictogram, String label, Runnable choose) {
    NativeButton tile = button("choice", "", choose);
    tile.addClassName("tile-choice");
    tile.add(pictogram(pictogram), span("choice-label", label));
    return tile;
  }

  /** A choice with a picture beside its words, and a remark under them (empty for none). */
  public static NativeButton row(String pictogram, String label, String remark, Runnable choose) {
    NativeButton row = button("choice", "", choose);
    row.addClassName("row-choice");
    Span words = new Span(span("choice-label", label));
    words.addClassName("choice-words");
    if (!remark.isEmpty()) {
      words.add(span("choice-remark", remark));
    }
    row.add(pictogram(pictogram), words);
    return row;
  }

  /** Tiles in a grid that fits the screen: two or three beside each other. */
  public static Div tiles(Component... choices) {
    return div("choice-tiles", choices);
  }

  public static Div rows(Component... choices) {
    return div("rows", choices);
  }

  /** A list of facts by their names. */
  public static Div facts(Map<String, String> facts) {
    Div all = div("facts");
    facts.forEach((name, value) -> all.add(fact(name, value)));
    return all;
  }

  /** A fact with its name: «Thôn: Cơ Giáo». */
  public static Div fact(String name, String value) {
    return div("fact", span("fact-name", name), span("fact-value", value));
  }
}
