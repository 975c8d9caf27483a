package vn.gocua.kiosk.desk.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/**
 * A part of a page whose text, attributes or style properties follow figures by their keys. The
 * browser sets them ({@code desk-live.js}); nothing is pushed by Vaadin when they change.
 */
@Tag(LiveElement.TAG)
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class LiveElement extends HtmlContainer {
  static final String TAG = "live-part";
  private static final String FOLLOWS = "live";

  /**
   * @param className of the part
   */
  public LiveElement(String className, Component... content) {
    super(content);
    addClassName(className);
  }

  /** A part that shows a figure as its text. */
  public static LiveElement text(String className, String key) {
    return new LiveElement(className).follow("text", key);
  }

  /**
   * Follows one more figure.
   *
   * @param target {@code text}; {@code hidden}, which hides the part unless the figure is empty; a
   *     style property ({@code --reached}); or a {@code data-}, {@code aria-} or {@code title}
   *     attribute
   */
  public LiveElement follow(String target, String key) {
    String others = getElement().getAttribute(FOLLOWS);
    String one = target + "=" + key;
    getElement().setAttribute(FOLLOWS, others == null ? one : others + " " + one);
    return this;
  }

  /**
   * The same as a template, for cells.
   *
   * @param keyed key of the figure, with <code>${item.…}</code> in it
   */
  public static String template(String className, String keyed, String content) {
    return "<%1$s class=\"%2$s\" %3$s=\"%4$s\">%5$s</%1$s>"
        .formatted(TAG, className, FOLLOWS, keyed, content);
  }
}
