package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.page.KioskPage;

/** What every page of the kiosk owes everybody, measured in a real browser. */
final class Promises {
  /** What is not as promised, by the promise; one look, since there are hundreds of them. */
  private static final String BROKEN =
      """
      async (least) => {
        await document.fonts.ready;
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
        const all = [...document.querySelectorAll('.kiosk, .kiosk *')];
        const texts = all.filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length);
        const buttons = all.filter(e => e.localName === 'button')
          .map(e => ({ e, box: e.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
        const choices = buttons.filter(({ e }) => e.matches('.choice')).length;
        const sideways = document.documentElement.scrollWidth - innerWidth;
        return {
          'more choices than six': choices > 6 ? [choices] : [],
          'small targets': buttons.filter(({ box }) => box.width < least || box.height < least)
            .map(({ e, box }) => `${e.className} ${e.innerText} ${box.width}×${box.height}`),
          'off the screen': buttons.filter(({ e, box }) => box.left < -1 || box.right > innerWidth + 1
            || (box.bottom > innerHeight + 1 && !e.closest('.page-body'))).map(({ e }) => e.innerText),
          'small text': texts.filter(e => parseFloat(getComputedStyle(e).fontSize) < 23.9).map(e => `${e.className}: ${e.innerText}`),
          // Axe asks 7:1 of small text only; here it goes for all.
          'contrast below 7:1': texts.filter(e => ratio(e) < 7).map(e => `${e.className} ${e.innerText} ${ratio(e).toFixed(2)}`),
          'cut off': all.filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible')
            .map(e => `${e.className} ${e.scrollWidth}`),
          'scrolls down': document.querySelector('.shell[data-size="1"]')
            ? all.filter(e => e.matches('.page-body') && e.scrollHeight > e.clientHeight + 1).map(e => `${e.scrollHeight} in ${e.clientHeight}`) : [],
          'scrolls sideways': sideways > 0 ? [sideways] : [],
        };
      }
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
    assertThat(Axe.violationsButOfLooks(page)).as("axe: landscape en " + name).isEmpty();
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
    double least = form.equals("portrait") ? 95.9 : 79.9;
    Map<?, ?> broken = (Map<?, ?>) screen.page().evaluate(BROKEN, least);
    SoftAssertions.assertSoftly(all ->
        broken.forEach((promise, where) ->
            all.assertThat((List<?>) where)
                .as("%s: %s %s %s", promise, form, language, name)
                .isEmpty()));
  }

  /** WCAG by axe, with the stricter contrast and the size of targets. */
  static void axe(Page page, String where) {
    assertThat(Axe.violations(page)).as("axe: " + where).isEmpty();
  }
}
