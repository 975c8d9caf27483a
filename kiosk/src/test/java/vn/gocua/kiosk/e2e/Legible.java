package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** What every page of the phone owes weak eyes, big thumbs and screen readers. */
final class Legible {
  private static final String SMALL_TARGETS =
      """
      () => [...document.querySelectorAll('a, button, .activity, .chip, .count')]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 48 || box.height < 48))
        .map(({ element, box }) => `${element.className} ${box.width}×${box.height}`)
      """;
  private static final String CUT_OFF =
      """
      () => [...document.querySelectorAll('#app *')]
        .filter((element) => !element.matches('.unseen, input') && getComputedStyle(element).overflow !== 'visible')
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.outerHTML.slice(0, 120))
      """;
  private static final String SIZE = "size => { document.documentElement.style.fontSize = size; }";

  private Legible() {}

  /** Axe with a contrast of seven, targets of 48 px, and nothing lost with text twice as large. */
  static void check(Page page, String name) {
    assertThat(Axe.violations(page)).as("axe on «%s»", name).isEmpty();
    targets(page, name);
    sideways(page, name);
    page.evaluate(SIZE, "200%");
    sideways(page, name + ", text twice as large");
    assertThat((List<?>) page.evaluate(CUT_OFF)).as("cut off on «%s»", name).isEmpty();
    page.evaluate(SIZE, "");
  }

  static void targets(Page page, String name) {
    // What is pressed is drawn a little smaller for as long as the tap lasts.
    page.waitForFunction("!document.querySelector('button:active, label:active, a:active')");
    assertThat((List<?>) page.evaluate(SMALL_TARGETS)).as("small on «%s»", name).isEmpty();
  }

  private static void sideways(Page page, String name) {
    assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("scrolls sideways: «%s»", name)
        .isZero();
  }
}
