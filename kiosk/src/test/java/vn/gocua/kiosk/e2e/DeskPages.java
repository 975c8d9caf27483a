package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;

/** How a leader gets about the desk. */
final class DeskPages {
  /** Any dialog that is open. */
  static final String DIALOG = ":is(vaadin-dialog, vaadin-confirm-dialog)[opened]";

  private static final int TABS = 8;
  private static final String FOCUS_WITHIN =
      "document.activeElement.closest('vaadin-dialog, vaadin-confirm-dialog') !== null";

  private DeskPages() {}

  /** The overview, in a browser of its own. */
  static Page signIn(Browser browser, KioskProcess kiosk, int width, int height) {
    Page page = browser.page(width, height);
    page.navigate(kiosk.url("/leader").toString());
    page.waitForSelector(".sign-in-card");
    fill(page, "leader", EngineProcess.PASSWORD);
    page.waitForSelector(".teams-grid");
    page.waitForSelector(".desk[data-signal=live]");
    return page;
  }

  static void fill(Page page, String username, String password) {
    page.fill("#sign-in-username", username);
    page.fill("#sign-in-password", password);
    page.evaluate("window.beforeTheForm = true");
    page.click(".sign-in-submit");
    page.waitForFunction(
        "() => !window.beforeTheForm && document.querySelector('.sign-in-card, .desk-page') !=="
            + " null");
  }

  /**
   * A dialog is open: nobody is kept out, the focus stays within, and it fits the window. Leaves it
   * as it was.
   */
  static void checkDialog(Page page, String name) {
    page.waitForSelector(
        DIALOG, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    page.waitForFunction("() => " + FOCUS_WITHIN);
    Accessible.check(page, DIALOG, name);
    for (int tabs = 0; tabs < TABS; tabs++) {
      page.keyboard().press("Tab");
      assertThat((boolean) page.evaluate(FOCUS_WITHIN)).as("the focus leaves: " + name).isTrue();
    }
    Accessible.checkFits(page, name);
    Browser.screenshot(page, name + "-" + page.viewportSize().width);
  }

  /** Whether the grid of teams begins with this one. */
  static String firstRowIs(String team) {
    return "() => { const top = a => a.getBoundingClientRect().top; const links ="
        + " [...document.querySelectorAll('.overview-team')].filter(a => a.offsetParent);"
        + " links.sort((a, b) => top(a) - top(b)); return links.length > 0 &&"
        + " links[0].innerText === '"
        + team
        + "'; }";
  }
}
