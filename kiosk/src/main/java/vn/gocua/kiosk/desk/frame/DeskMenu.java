package vn.gocua.kiosk.desk.frame;

import java.util.List;

/**
 * The ways to the desk's pages. The frame knows no page; the table of pages tells it.
 *
 * @param items in the order they are shown; the first leads home
 * @param signIn the address of the page on which leaders sign in
 * @param session the address where the sign-in form goes, and where a browser is known anew
 */
public record DeskMenu(List<Item> items, String signIn, String session) {
  public DeskMenu {
    items = List.copyOf(items);
  }

  /**
   * A way to a page.
   *
   * @param name of its texts and icon: {@code desk.<name>.menu}
   */
  public record Item(String name, String path, boolean adminsOnly) {}

  /** The address of the first page. */
  public String home() {
    return items.getFirst().path();
  }
}
