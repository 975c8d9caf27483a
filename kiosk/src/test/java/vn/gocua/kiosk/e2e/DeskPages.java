package vn.gocua.kiosk.e2e;

import com.microsoft.playwright.Page;
import vn.gocua.kiosk.testing.Browser;
import vn.gocua.kiosk.testing.EngineProcess;
import vn.gocua.kiosk.testing.KioskProcess;

/** How a leader gets about the desk. */
final class DeskPages {
  private DeskPages() {}

  /** The overview, in a browser of its own. */
  static Page signIn(Browser browser, KioskProcess kiosk, int width, int height) {
    Page page = browser.page(width, height);
    page.navigate(kiosk.url("/leader").toString());
    page.waitForSelector(".sign-in-card");
    fill(page, "leader", EngineProcess.LEADER_PASSWORD);
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
        "() => !window.beforeTheForm && document.querySelector('.sign-in-card, .desk-page') !== null");
  }

  /** Whether the grid of teams begins with this one. */
  static String firstRowIs(String team) {
    return "() => { const top = a => a.getBoundingClientRect().top;"
        + " const links = [...document.querySelectorAll('.team-link')].filter(a => a.offsetParent);"
        + " links.sort((a, b) => top(a) - top(b));"
        + " return links.length > 0 && links[0].innerText === '"
        + team
        + "'; }";
  }
}
