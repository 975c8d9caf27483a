package vn.gocua.kiosk.desk.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.function.Consumer;

/** Whether the window is as narrow as a phone's, where a table has room for one column. */
public final class NarrowScreen {
  private static final int PIXELS = 640;

  private boolean now;

  /** Whether the screen is narrow. */
  public boolean is() {
    return now;
  }

  /**
   * Hides columns as long as it is: the first one, which is drawn anew, then says what they say.
   *
   * @param shown as long as which the screen is watched
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
   * Tells it as long as the component is shown: at once, and whenever the window changes.
   *
   * @param pixels the least width that is not narrow
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
