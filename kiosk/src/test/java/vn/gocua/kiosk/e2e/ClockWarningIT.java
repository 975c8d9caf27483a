package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.testing.FieldPhone;
import vn.gocua.testkit.Browser;

/** The engine's clock must be wrong: wall and desk say so, loudly, until it is right. */
class ClockWarningIT {
  private static final String WALL = ".wall .clock-wrong";
  private static final String DESK = ".desk .desk-clock-wrong";

  private SharedDesk hall;
  private List<FieldPhone> phones;

  @BeforeEach
  void start() {
    hall = SharedDesk.start();
    phones = Stream.of("T01", "T02", "T03").map(t -> FieldPhone.enrol(hall.engine(), t)).toList();
  }

  @AfterEach
  void stop() throws IOException {
    hall.close();
  }

  private Page wall(int width, int height) {
    Page wall = hall.browser().page(width, height);
    wall.navigate(hall.kiosk().url("/wall").toString());
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

  /** One story, since the engine remembers who has said what of its clock. */
  @Test
  void shouldSayThatTheClockIsWrongUntilALeaderHasLookedOrItIsRight() {
    Page wall = wall(1920, 1080);
    Page desk = DeskPages.signIn(hall.browser(), hall.kiosk(), 1366, 768);
    assertThat(wall.isVisible(WALL)).isFalse();
    assertThat(desk.isVisible(DESK)).isFalse();
    phones.subList(0, 2).forEach(phone -> phone.says(Duration.ofDays(3)));
    shouldNameWhoDisagrees(wall, desk);
    shouldTakeTheWordOfALeaderWhoHasLooked(wall, desk);

    Page upright = wall(1080, 1920);
    desk.setViewportSize(1920, 1080);
    phones.getLast().says(Duration.ofDays(3)); // Three outvote even a leader's word.
    shouldSayThatItIsWrong(wall, upright, desk);

    phones.forEach(phone -> phone.says(Duration.ZERO));
    wall.waitForSelector(WALL, new Page.WaitForSelectorOptions().setState(gone()));
    desk.waitForSelector(DESK, new Page.WaitForSelectorOptions().setState(gone()));
    assertThat(hall.browser().complaints()).isEmpty();
  }

  private void shouldNameWhoDisagrees(Page wall, Page desk) {
    String unsure = ":has-text('Chưa chắc giờ máy chủ đúng: theo điện thoại của')";
    desk.waitForSelector(DESK + unsure + ":has-text('chậm khoảng 3 ngày')");
    wall.waitForSelector(
        WALL + ":has-text('Chưa chắc giờ máy chủ đúng: có thể chậm khoảng 3 ngày')");
    checkWhole(desk, DESK);
    checkWhole(wall, WALL);
    Accessible.check(desk, DESK, "the engine's clock may be wrong");
    Browser.screenshot(wall, "clock-unsure-wall-1920x1080");
    Browser.screenshot(desk, "clock-unsure-desk-1366x768");
    Page door = hall.browser().page(1366, 768);
    door.navigate(hall.kiosk().url("/leader/sign-in").toString());
    door.waitForSelector(".sign-in-clock" + unsure);
    Browser.screenshot(door, "clock-unsure-sign-in-1366x768");
    door.close();
  }

  private static void shouldTakeTheWordOfALeaderWhoHasLooked(Page wall, Page desk) {
    desk.click(DESK + " .desk-clock-right");
    desk.waitForSelector("vaadin-confirm-dialog vaadin-button:has-text('Giờ máy chủ đúng')");
    Browser.screenshot(desk, "clock-confirm-desk-1366x768");
    desk.click("vaadin-confirm-dialog vaadin-button:has-text('Giờ máy chủ đúng')");
    desk.waitForSelector(DESK + "[data-kind=phones]:has-text('nhanh khoảng 3 ngày')");
    assertThat(desk.isVisible(DESK + " .desk-clock-right")).isFalse();
    wall.waitForSelector(WALL, new Page.WaitForSelectorOptions().setState(gone()));
    Browser.screenshot(desk, "clock-phones-desk-1366x768");
  }

  private static void shouldSayThatItIsWrong(Page wall, Page upright, Page desk) {
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
  }

  private static com.microsoft.playwright.options.WaitForSelectorState gone() {
    return com.microsoft.playwright.options.WaitForSelectorState.HIDDEN;
  }
}
