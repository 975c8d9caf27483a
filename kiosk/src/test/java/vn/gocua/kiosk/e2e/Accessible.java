package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** What axe finds that keeps somebody out. */
final class Accessible {
  private Accessible() {}

  /** Nothing serious is in the way of anybody who uses the page as it is now. */
  static void check(Page page, String what) {
    check(page, "html", what);
  }

  /** The same of a part alone, such as a dialog: what lies behind it is nobody's concern. */
  static void check(Page page, String part, String what) {
    assertThat(Axe.grave(page, part)).as(what).isEmpty();
  }

  /** The page is no wider than its window, once it has settled. */
  static void checkFits(Page page, String what) {
    try {
      page.waitForFunction("() => document.documentElement.scrollWidth <= innerWidth");
    } catch (TimeoutError e) {
      throw new AssertionError(what + " is wider than the window", e);
    }
  }
}
