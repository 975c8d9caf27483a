package vn.gocua.kiosk.desk.frame;

import java.util.List;

/**
 * The desk's menu. The frame knows no page; the table of pages makes this.
 *
 * @param items in their order; the first is the home page
 * @param signIn address of the sign-in page
 * @param session address of the sign-in form, also for renewing the browser's cookie
 */
public record DeskMenu(List<Item> items, String signIn, String session) {
  public DeskMenu {
    items = List.copyOf(items);
  }

  /**
   * An item of the menu.
   *
   * @param name of its icon, and of its text in the surface {@code desk}: {@code <name>.menu}
   */
  public record Item(String name, String path, boolean adminsOnly) {}

  /** The address of the first page. */
  public String home() {
    return items.getFirst().path();
  }
}
