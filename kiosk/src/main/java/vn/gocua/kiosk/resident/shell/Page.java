package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;

/**
 * One page of the kiosk: at most six choices, all within reach. A page keeps its entries; its
 * components are rebuilt for each display, so that language and size can change.
 */
public interface Page {
  /** The heading. */
  String title(Texts texts);

  /** One sentence under the heading; empty for none. */
  default String lead(Texts texts) {
    return "";
  }

  /** The picture above the heading, where there is room for one; empty for none. */
  default String pictogram() {
    return "";
  }

  /** Everything between the heading and the foot. */
  Component content(PageHost host);

  /** The main action, large in the foot; null where a choice leads on. */
  default @Nullable Action action(PageHost host) {
    return null;
  }

  /** Whether a visitor can step back; false where that would undo nothing. */
  default boolean leadsBack() {
    return true;
  }

  /** A button of the foot. */
  record Action(String label, Runnable run) {}
}
