package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.kiosk.testing.FieldPhone;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;

/** The engine's clock must be wrong: wall and desk say so, loudly, until it is right. */
class ClockWarningIT {
  private static final String WALL = ".wall .clock-wrong";
  private static final String DESK = ".desk .desk-clock-wrong";

  @TempDir private Path folder;
  private EngineProcess engine;
  private KioskProcess kiosk;
  private Browser browser;
  private List<FieldPhone> phones;

  @BeforeEach
  void start() {
    engine = EngineProcess.start(folder.resolve("engine"));
    kiosk = KioskProcess.start(folder.resolve("kiosk"), engine.url());
    browser = new Browser();
    phones = List.of("T01", "T02", "T03").stream().map(t -> FieldPhone.enrol(engine, t)).toList();
  }

  @AfterEach
  void stop() {
    browser.close();
    kiosk.close();
    engine.close();
  }

  private void phonesSay(Duration off) {
    phones.forEach(phone -> phone.says(off));
  }

  private Page wall(int width, int height) {
    Page wall = browser.page(width, height);
    wall.navigate(kiosk.url("/wall").toString());
    wall.waitForSelector(".wall[data-signal=live]");
    wall.evaluate("() => document.fonts.ready.then(() => true)"); // Another face is wider.
    return wall;
  }

  /** Nothing of the warning, and of what stands below it, is cut off. */
  private static void checkWhole(Page page, String band) {
    page.waitForFunction(
        """
        selector => [document.querySelector(selector), ...document.querySelectorAll(selector + ' > *')]
          .every(e => { const b = e.getBoundingClientRect();
            return b.left >= 0 && b.top >= 0 && b.right <= innerWidth && b.bottom <= innerHeight
              && b.height > 0; })
          && document.documentElement.scrollWidth <= innerWidth
        """,
        band);
  }

  @Test
  void shouldSayOnWallAndDeskThatTheClockIsWrongUntilItIsRight() {
    Page wall = wall(1920, 1080);
    Page upright = wall(1080, 1920);
    Page desk = DeskPages.signIn(browser, kiosk, 1920, 1080);
    assertThat(wall.isVisible(WALL)).isFalse();
    assertThat(desk.isVisible(DESK)).isFalse();

    phonesSay(Duration.ofDays(3));
    for (Page page : List.of(wall, upright)) {
      page.waitForSelector(WALL + ":has-text('Đồng hồ máy chủ chậm khoảng 3 ngày')");
      checkWhole(page, WALL);
    }
    wall.waitForFunction(
        """
        () => {
          const foot = document.querySelector('.wall-foot').getBoundingClientRect().top;
          return [...document.querySelectorAll('.wall-body > *, .right > *')]
            .every(e => e.getBoundingClientRect().bottom <= foot);
        }\
        """);
    desk.waitForSelector(DESK + ":has-text('Đồng hồ máy chủ chậm khoảng 3 ngày')");
    checkWhole(desk, DESK);
    assertThat(desk.innerText(DESK)).contains("Hãy chỉnh lại ngày giờ của máy chủ", "không mất");
    assertThat(desk.isVisible(".overview-alert-calm")).as("nothing is said to be well").isFalse();
    Browser.screenshot(wall, "clock-wall-1920x1080");
    Browser.screenshot(upright, "clock-wall-1080x1920");
    Browser.screenshot(desk, "clock-desk-1920x1080");
    desk.setViewportSize(360, 740);
    checkWhole(desk, DESK);
    Browser.screenshot(desk, "clock-desk-360x740");

    phonesSay(Duration.ZERO);
    wall.waitForSelector(WALL, new Page.WaitForSelectorOptions().setState(gone()));
    desk.waitForSelector(DESK, new Page.WaitForSelectorOptions().setState(gone()));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldNameWhoDisagreesAndTakeTheWordOfALeaderWhoHasLooked() {
    Page wall = wall(1920, 1080);
    Page desk = DeskPages.signIn(browser, kiosk, 1366, 768);
    phones.subList(0, 2).forEach(phone -> phone.says(Duration.ofDays(3)));
    String unsure = ":has-text('Chưa chắc giờ máy chủ đúng: theo điện thoại của')";
    desk.waitForSelector(DESK + unsure + ":has-text('chậm khoảng 3 ngày')");
    wall.waitForSelector(
        WALL + ":has-text('Chưa chắc giờ máy chủ đúng: có thể chậm khoảng 3 ngày')");
    checkWhole(desk, DESK);
    checkWhole(wall, WALL);
    Accessible.check(desk, DESK, "the engine's clock may be wrong");
    Browser.screenshot(wall, "clock-unsure-wall-1920x1080");
    Browser.screenshot(desk, "clock-unsure-desk-1366x768");
    Page door = browser.page(1366, 768);
    door.navigate(kiosk.url("/leader/sign-in").toString());
    door.waitForSelector(".sign-in-clock" + unsure);
    Browser.screenshot(door, "clock-unsure-sign-in-1366x768");

    desk.click(DESK + " .desk-clock-right");
    desk.waitForSelector("vaadin-confirm-dialog vaadin-button:has-text('Giờ máy chủ đúng')");
    Browser.screenshot(desk, "clock-confirm-desk-1366x768");
    desk.click("vaadin-confirm-dialog vaadin-button:has-text('Giờ máy chủ đúng')");
    desk.waitForSelector(DESK + "[data-kind=phones]:has-text('nhanh khoảng 3 ngày')");
    assertThat(desk.isVisible(DESK + " .desk-clock-right")).isFalse();
    wall.waitForSelector(WALL, new Page.WaitForSelectorOptions().setState(gone()));
    Browser.screenshot(desk, "clock-phones-desk-1366x768");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldKeepTheWarningRedOnAWallThatHasLostTheEngine() {
    Page wall = wall(1920, 1080);
    phonesSay(Duration.ofDays(3));
    wall.waitForSelector(WALL + "[data-kind=doubtful]");
    Object colour = colour(wall);
    engine.program().kill();
    wall.waitForSelector(".wall[data-signal=stale]");
    assertThat(wall.isVisible(WALL)).isTrue();
    assertThat(colour(wall)).as("not grey").isEqualTo(colour).isEqualTo("rgb(143, 42, 32)");
    wall.evaluate("document.documentElement.setAttribute('data-cut', '')");
    assertThat(colour(wall)).as("cut off from the kiosk's server").isEqualTo(colour);
    Browser.screenshot(wall, "clock-stale-wall-1920x1080");
  }

  private static Object colour(Page wall) {
    return wall.evaluate(
        "selector => getComputedStyle(document.querySelector(selector)).backgroundColor", WALL);
  }

  @Test
  void shouldKeepTheLegendOnOneLineWithEveryLevel() {
    Page wall = wall(1920, 1080);
    Object lines =
        wall.evaluate(
            """
            () => {
              const legend = document.querySelector('.legend');
              // A level that no team has is not sent to the page: it is made of another here.
              const early = legend.lastElementChild.cloneNode(true);
              early.dataset.pace = 'early';
              early.querySelector('.legend-count').textContent = 'Chưa tính tiến độ: 36';
              legend.append(early);
              const entries = [...legend.querySelectorAll('.legend-entry:not([hidden])')];
              entries.forEach((entry) => {
                const count = entry.querySelector('.legend-count');
                count.textContent = count.textContent.replace(/\\d+/, '36');
              });
              if (entries.length !== 5) return entries.length + ' entries';
              const tops = entries.map((entry) => entry.getBoundingClientRect().top);
              const height = entries[0].getBoundingClientRect().height;
              return Math.max(...tops) - Math.min(...tops) < height / 2 ? 1 : 2;
            }
            """);
    Browser.screenshot(wall, "legend-wall-1920x1080");
    assertThat(lines).isEqualTo(1);
  }

  private static com.microsoft.playwright.options.WaitForSelectorState gone() {
    return com.microsoft.playwright.options.WaitForSelectorState.HIDDEN;
  }
}
