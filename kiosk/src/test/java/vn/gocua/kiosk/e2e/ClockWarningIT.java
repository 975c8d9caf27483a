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
import vn.gocua.kiosk.testing.Browser;
import vn.gocua.kiosk.testing.EngineProcess;
import vn.gocua.kiosk.testing.KioskProcess;

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
    assertThat(desk.isVisible(".alert-calm")).as("nothing is said to be well").isFalse();
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

  private static com.microsoft.playwright.options.WaitForSelectorState gone() {
    return com.microsoft.playwright.options.WaitForSelectorState.HIDDEN;
  }
}
