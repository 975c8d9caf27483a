package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import vn.gocua.kiosk.testing.Browser;

/** What every page of the kiosk owes everybody, measured in a real browser. */
final class Promises {
  /** Buttons that a finger can reach now, and are too small for it. */
  private static final String SMALL =
      """
      (least) => [...document.querySelectorAll('.kiosk button')]
        .map(button => ({ button, box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < least || box.height < least))
        .map(({ button, box }) => `${button.className} ${button.innerText} ${box.width}×${box.height}`)
      """;

  private static final String SMALL_TEXT =
      """
      () => [...document.querySelectorAll('.kiosk *')]
        .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length)
        .filter(e => parseFloat(getComputedStyle(e).fontSize) < 23.9)
        .map(e => `${e.className}: ${e.innerText}`)
      """;

  /** Axe asks 7:1 of small text only; here it goes for all. */
  private static final String PALE =
      """
      () => {
        const parts = (c) => c.match(/[\\d.]+/g).map(Number);
        const light = (c) => c.slice(0, 3).map(v => v / 255)
          .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = (e) => {
          if (!e) return [255, 255, 255];
          const [r, g, b, a = 1] = parts(getComputedStyle(e).backgroundColor);
          if (a === 1) return [r, g, b];
          const below = behind(e.parentElement);
          return [r, g, b].map((v, i) => v * a + below[i] * (1 - a));
        };
        const ratio = (e) => {
          const [one, two] = [light(parts(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
          return (one + 0.05) / (two + 0.05);
        };
        return [...document.querySelectorAll('.kiosk *')]
          .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length)
          .filter(e => ratio(e) < 7)
          .map(e => `${e.className} ${e.innerText} ${ratio(e).toFixed(2)}`);
      }
      """;

  private static final String CUT_OFF =
      """
      () => [...document.querySelectorAll('.kiosk, .kiosk *')]
        .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible')
        .map(e => `${e.className} ${e.scrollWidth}`)
      """;

  /** Buttons of which a part is outside the screen. */
  private static final String OUTSIDE =
      """
      () => [...document.querySelectorAll('.kiosk button')].map(b => ({ b, box: b.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.left < -1 || box.right > innerWidth + 1))
        .map(({ b }) => b.innerText)
      """;

  private static final int SHORT = 1080;
  private static final int LONG = 1920;

  private Promises() {}

  /**
   * Holds a page to all of them upright and lying, in Vietnamese and in English; as it was it is
   * afterwards. Pictures are kept for people to look at.
   */
  static void everywhere(KioskPage screen, String name) {
    Page page = screen.page();
    upright(screen);
    keeps(screen, "portrait", "vi", name);
    axe(page, "portrait vi " + name);
    shoot(page, "portrait", "vi", name);
    page.setViewportSize(LONG, SHORT);
    keeps(screen, "landscape", "vi", name);
    shoot(page, "landscape", "vi", name);
    screen.tap(".tool-language").await(".shell[lang=en]");
    keeps(screen, "landscape", "en", name);
    axe(page, "landscape en " + name);
    shoot(page, "landscape", "en", name);
    upright(screen);
    keeps(screen, "portrait", "en", name);
    screen.tap(".tool-language").await(".shell[lang=vi]");
    screen.uncount(2);
  }

  /** The same, in one way of showing it. */
  static void here(KioskPage screen, String form, String language, String name) {
    keeps(screen, form, language, name);
    axe(screen.page(), form + " " + language + " " + name);
    shoot(screen.page(), form, language, name);
  }

  static void upright(KioskPage screen) {
    screen.page().setViewportSize(SHORT, LONG);
  }

  static void lying(KioskPage screen) {
    screen.page().setViewportSize(LONG, SHORT);
  }

  private static void shoot(Page page, String form, String language, String name) {
    Browser.screenshot(page, "kiosk-%s-%s-%s".formatted(form, language, name));
  }

  private static void keeps(KioskPage screen, String form, String language, String name) {
    Page page = screen.page();
    page.waitForFunction("() => document.fonts.status === 'loaded'");
    String where = form + " " + language + " " + name;
    assertThat(screen.count(".choice:visible")).as(where).isLessThanOrEqualTo(6);
    double least = form.equals("portrait") ? 95.9 : 79.9;
    assertThat((List<?>) page.evaluate(SMALL, least)).as("small targets: " + where).isEmpty();
    assertThat(screen.list(SMALL_TEXT)).as("small text: " + where).isEmpty();
    assertThat(screen.list(PALE)).as("contrast below 7:1: " + where).isEmpty();
    assertThat(screen.list(CUT_OFF)).as("cut off: " + where).isEmpty();
    assertThat(screen.list(OUTSIDE)).as("off the screen: " + where).isEmpty();
    assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("sideways: " + where)
        .isZero();
  }

  /** WCAG by axe, with the stricter contrast and the size of targets. */
  static void axe(Page page, String where) {
    AxeRunOptions options = new AxeRunOptions();
    options.setRules(PhoneScreenIT.enabled("color-contrast-enhanced", "target-size"));
    assertThat(new AxeBuilder(page).options(options).analyze().getViolations())
        .as("axe: " + where)
        .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }
}
