package vn.gocua.testkit.page;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.testkit.Browser;

/** A kiosk's screen and a finger; there is no other keyboard and no mouse. */
public final class KioskPage {
  private static final Map<String, String> TONES =
      Map.of("1", "sac", "2", "huyen", "3", "hoi", "4", "nga", "5", "nang");

  private final Page page;
  private int taps;

  private KioskPage(Page page) {
    this.page = page;
  }

  public static KioskPage open(Browser browser, URI kiosk, int width, int height) {
    return open(browser, kiosk, width, height, null);
  }

  /**
   * Opens the kiosk's page in a window of its own.
   *
   * @param cookies of a screen that this is to be, too; null for a new one
   */
  public static KioskPage open(
      Browser browser, URI kiosk, int width, int height, @Nullable String cookies) {
    NewContextOptions options =
        new NewContextOptions()
            .setViewportSize(width, height)
            .setHasTouch(true)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setBypassCSP(true);
    if (cookies != null) {
      options.setStorageState(cookies);
    }
    Page page = browser.page(options);
    page.addInitScript("globalThis.gocuaTwiceWithin = 0;");
    page.navigate(kiosk.toString());
    return new KioskPage(page);
  }

  /** Reloads the page of the same screen. */
  public KioskPage reloaded() {
    page.reload();
    return this;
  }

  /** The same, and from now on two taps at one place within a minute are one. */
  public KioskPage hasty() {
    page.addInitScript("globalThis.gocuaTwiceWithin = 60_000;");
    return reloaded();
  }

  /** The code that the screen shows, once it shows one. */
  public String code() {
    page.waitForSelector(".pairing[data-standing=OFFERED]");
    return page.innerText(".pairing .code").replace(" ", "");
  }

  public KioskPage accepted(Leader leader) {
    leader.acceptScreen(code());
    return awaitHome();
  }

  /** Cookies that identify this screen. */
  public String cookies() {
    return page.context().storageState();
  }

  /** Goes home from any page. */
  public KioskPage toHome() {
    if (page.locator(".foot-home").isVisible()) {
      tap(".foot-home");
    }
    return awaitHome();
  }

  public KioskPage awaitHome() {
    page.waitForSelector(".shell[data-where=home]");
    return this;
  }

  /** Sends kiosk.js's event for a minute without a touch. */
  public KioskPage rest() {
    page.evaluate("document.querySelector('.shell').dispatchEvent(new Event('gocua-rest'))");
    return await(".rest");
  }

  public KioskPage tap(String selector) {
    page.locator(selector).first().tap();
    taps++;
    return this;
  }

  /** Taps the element with this text. */
  public KioskPage say(String words) {
    page.locator("button", new Page.LocatorOptions().setHasText(words)).first().tap();
    taps++;
    return this;
  }

  public KioskPage onwards() {
    return tap(".foot-onwards");
  }

  /** Types on the screen's own keys; digits are tones here, so a word must come before. */
  public KioskPage type(String keys) {
    for (String key : keys.codePoints().mapToObj(Character::toString).toList()) {
      press(key.equals(" ") ? "space" : TONES.getOrDefault(key, key));
    }
    return this;
  }

  public KioskPage digits(String digits) {
    for (String digit : digits.codePoints().mapToObj(Character::toString).toList()) {
      press(digit);
    }
    return this;
  }

  public KioskPage press(String key) {
    page.locator(".kiosk [data-key='" + key + "']").first().tap();
    return this;
  }

  /** Repeats a touch of one key, so many milliseconds apart. */
  public KioskPage tremble(String key, int times, int apart) {
    page.evaluate(
        """
        async ([key, times, apart]) => {
          const button = document.querySelector(`.kiosk [data-key='${key}']`);
          for (let i = 0; i < times; i++) {
            const due = performance.now() + (i === 0 ? 0 : apart);
            while (performance.now() < due) { await new Promise(requestAnimationFrame); }
            button.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, detail: 1}));
          }
        }
        """,
        List.of(key, times, apart));
    return this;
  }

  /** Acts as a scanner: types, and presses Enter. */
  public KioskPage scan(String code) {
    page.keyboard().type(code);
    page.keyboard().press("Enter");
    return this;
  }

  public KioskPage awaitTitle(String title) {
    page.locator(".page h1", new Page.LocatorOptions().setHasText(title)).waitFor();
    return this;
  }

  public KioskPage await(String selector) {
    page.waitForSelector(selector);
    return this;
  }

  /** Every key is heard by the server before the line shows it. */
  public KioskPage awaitLine(String written) {
    page.waitForFunction(
        "written => document.querySelector('.line-text')?.textContent === written", written);
    return this;
  }

  public String text(String selector) {
    return page.innerText(selector).replaceAll("\\s+", " ").strip();
  }

  public int count(String selector) {
    return page.locator(selector).count();
  }

  public Locator locator(String selector) {
    return page.locator(selector);
  }

  /** Some taps were the test's, not a visitor's. */
  public void uncount(int testsOwn) {
    taps -= testsOwn;
  }

  /** Taps so far, without those on keys. */
  public int taps() {
    return taps;
  }

  public List<?> list(String script) {
    return (List<?>) page.evaluate(script);
  }

  public Page page() {
    return page;
  }

  public void close() {
    page.context().close();
  }
}
