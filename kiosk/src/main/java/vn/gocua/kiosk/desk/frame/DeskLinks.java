package vn.gocua.kiosk.desk.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;

/** Addresses of pages by their class, so that none is written twice. */
public final class DeskLinks {
  private DeskLinks() {}

  /** The address of a page. */
  public static String path(Class<? extends Component> page) {
    return RouteConfiguration.forApplicationScope().getUrl(page);
  }

  /**
   * The address of a page that shows one of many.
   *
   * @param name of the value in the page's address
   */
  public static String path(Class<? extends Component> page, String name, String value) {
    return RouteConfiguration.forApplicationScope().getUrl(page, new RouteParameters(name, value));
  }
}
