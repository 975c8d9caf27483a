package vn.gocua.kiosk.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/** Whether the window is as narrow as a phone's, where a table has room for one column. */
public final class Narrow {
  private static final int PIXELS = 640;

  private Narrow() {}

  /** Tells it as long as the component is shown: at once, and whenever the window changes. */
  public static void follow(Component component, Consumer<Boolean> told) {
    component.addAttachListener(attached -> {
      Page page = attached.getUI().getPage();
      int width = page.getExtendedClientDetails().getWindowInnerWidth();
      told.accept(width > 0 && width < PIXELS);
      Registration resizing =
          page.addBrowserWindowResizeListener(e -> told.accept(e.getWidth() < PIXELS));
      component.addDetachListener(detached -> {
        resizing.remove();
        detached.unregisterListener();
      });
    });
  }
}
