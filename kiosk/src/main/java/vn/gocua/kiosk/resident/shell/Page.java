package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/**
 * One page of the kiosk: at most six things to choose from, all of it within reach. A page keeps
 * what was entered in it; its components are built anew whenever it is shown, so that it can change
 * its language or size at any time.
 */
public interface Page {
  /** The heading: what this page asks, or what it shows. */
  String title(Words words);

  /** One sentence under the heading; empty for none. */
  default String lead(Words words) {
    return "";
  }

  /** The picture above the heading, where there is room for one; empty for none. */
  default String pictogram() {
    return "";
  }

  /** Everything between the heading and the foot. */
  Component content(PageHost stage);

  /** The way onwards, shown large in the foot; null where choosing something leads onwards. */
  default @Nullable Action action(PageHost stage) {
    return null;
  }

  /** Whether one can step back to the page before; false where that would undo nothing. */
  default boolean leadsBack() {
    return true;
  }

  /** A button of the foot. */
  record Action(String label, Runnable run) {}
}
