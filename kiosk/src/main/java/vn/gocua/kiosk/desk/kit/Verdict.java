package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.html.Paragraph;
import vn.gocua.kiosk.screen.Dom;

/** Result of an action, shown beside it; empty at first. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class Verdict extends Paragraph {
  public Verdict() {
    super("");
    addClassName("verdict");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  public void good(String text) {
    tell(text, false);
  }

  public void bad(String text) {
    tell(text, true);
  }

  /**
   * Shows how something ended.
   *
   * @param bad whether it went wrong
   */
  public void tell(String text, boolean bad) {
    setText(text);
    Dom.attribute(this, "data-bad", String.valueOf(bad));
    Dom.visible(this, true);
  }
}
