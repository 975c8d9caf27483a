package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.List;

/** What axe finds that keeps somebody out. */
final class Accessible {
  private static final List<String> GRAVE = List.of("serious", "critical");

  private static final List<String> STANDARD =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Accessible() {}

  /** Nothing serious is in the way of anybody who uses the page as it is now. */
  static void check(Page page, String what) {
    assertNothing(new AxeBuilder(page), what);
  }

  /** The same of a part alone, such as a dialog: what lies behind it is nobody's concern. */
  static void check(Page page, String part, String what) {
    assertNothing(new AxeBuilder(page).include(part), what);
  }

  /** Our pages have no frames: axe needs no further page of its own to gather what it found. */
  private static void assertNothing(AxeBuilder axe, String what) {
    assertThat(
            axe.setLegacyMode(true).withTags(STANDARD).analyze().getViolations().stream()
                .filter(v -> GRAVE.contains(v.getImpact()))
                .map(v -> v.getId() + " " + v.getNodes().getFirst().getHtml())
                .toList())
        .as(what)
        .isEmpty();
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
