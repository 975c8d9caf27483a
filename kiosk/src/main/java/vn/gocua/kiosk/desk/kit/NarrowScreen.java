package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.function.Consumer;

/** Watches whether the window is narrow, with room for one column of a table. */
public final class NarrowScreen {
  private static final int PIXELS = 640;

  private boolean now;

  /** Whether the screen is narrow. */
  public boolean is() {
    return now;
  }

  /**
   * Hides columns while it is; the first one is redrawn with their content.
   *
   * @param shown watched while this is shown
   */
  public <T> void hide(Component shown, Grid<T> grid, List<Grid.Column<T>> wideOnly) {
    follow(
        shown,
        PIXELS,
        narrow -> {
          if (narrow != now) {
            now = narrow;
            wideOnly.forEach(column -> column.setVisible(!narrow));
            grid.getDataProvider().refreshAll();
          }
        });
  }

  /**
   * Reports the width while the component is shown: at once, and after changes of the window.
   *
   * @param pixels the smallest width that is not narrow
   */
  public static void follow(Component component, int pixels, Consumer<Boolean> told) {
    component.addAttachListener(attached -> {
      Page page = attached.getUI().getPage();
      int width = page.getExtendedClientDetails().getWindowInnerWidth();
      told.accept(width > 0 && width < pixels);
      Registration resizing =
          page.addBrowserWindowResizeListener(e -> told.accept(e.getWidth() < pixels));
      component.addDetachListener(detached -> {
        resizing.remove();
        detached.unregisterListener();
      });
    });
  }
}
