package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.kiosk.testing.FieldPhone;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;

/** All pages of the desk: on a phone, without a mouse, without eyes for colour. */
@ExtendWith(SharedDesk.Extension.class)
class DeskPagesIT {
  private static final List<String> PAGES =
      List.of(
          "",
          "/figures",
          "/teams/T31",
          "/requests",
          "/classes",
          "/documents",
          "/paper",
          "/training",
          "/screens",
          "/audit",
          "/account",
          "/accounts",
          "/phones",
          "/phones/sheet",
          "/notices",
          "/targets",
          "/roster",
          "/reports",
          "/closing",
          "/recount");

  /** Ways into dialogs, by the page. */
  private static final Map<String, List<String>> DIALOGS =
      Map.of(
          "/teams/T31",
              List.of(
                  "[data-act='checkIns.takeBack']",
                  "[data-act='checkIns.correct']",
                  button("Ghi danh máy mới"),
                  "[data-act='phones.revoke']"),
          "/accounts", List.of(button("Cho quyền quản trị"), button("Cấp lại mật khẩu")),
          "/phones", List.of(button("Nhận tệp lưu từ máy")),
          "/classes", List.of(button("Mở lớp mới")),
          "/roster", List.of(button("Thêm tổ"), button("Nhập từ tệp"), button("Bỏ")),
          "/closing", List.of(button("Kết thúc chiến dịch")));

  private static SharedDesk desk;

  @BeforeAll
  static void take(SharedDesk shared) {
    desk = shared;
    FieldPhone.enrol(desk.engine(), "T31").checkIn("apps", 2);
    var _ = desk.leader().openAccount("pho-truong-ban");
  }

  private static String button(String text) {
    return "vaadin-button:has-text('" + text + "')";
  }

  @Test
  void shouldFitAPhoneAndHinderNobody() {
    List<String> complaints = desk.browser().complaints();
    Page page = desk.open("");
    for (String path : PAGES) {
      if (!path.isEmpty()) {
        page.setViewportSize(1440, 900);
        desk.go(page, path);
      }
      Browser.screenshot(page, "desk" + path.replace('/', '-'));
      page.setViewportSize(1366, 768);
      // Every column is there: no table scrolls sideways, nor does a heading end in dots.
      page.waitForFunction(
          """
          () => [...document.querySelectorAll('vaadin-grid')].every(grid => {
            const table = grid.shadowRoot.querySelector('#table');
            const heads = [...grid.querySelectorAll('vaadin-grid-sorter')].map(s => s.shadowRoot.querySelector('[part=content]'));
            return table.scrollWidth <= table.clientWidth + 1 && heads.every(h => h.scrollWidth <= h.clientWidth + 1);
          })
          """);
      page.setViewportSize(360, 740);
      Accessible.checkFits(page, path);
      Accessible.check(page, path);
      Browser.screenshot(page, "desk" + path.replace('/', '-') + "-360x740");
      assertThat(page.title()).endsWith("· Gõ Cửa");
    }
    assertThat(desk.browser().complaints()).isEqualTo(complaints);
  }

  /** In by Enter, out by Escape, and then where one was; as small as a phone. */
  @Test
  void shouldOpenAndLeaveDialogsByTheKeyboard() {
    Page page = desk.open("");
    page.setViewportSize(360, 740);
    new TreeMap<>(DIALOGS)
        .forEach((path, openers) -> {
          desk.go(page, path);
          openers.forEach(opener -> openAndLeave(page, page.locator(opener).first()));
        });
  }

  private static void openAndLeave(Page page, Locator opener) {
    opener.waitFor();
    String name = "dialog-" + opener.innerText().strip().replace(' ', '-');
    ElementHandle way = opener.elementHandle();
    way.focus();
    page.keyboard().press("Enter");
    DeskPages.checkDialog(page, name);
    page.keyboard().press("Escape");
    page.waitForSelector(
        DeskPages.DIALOG,
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    try {
      page.waitForFunction("way => way === document.activeElement", way);
    } catch (PlaywrightException e) {
      throw new AssertionError("the focus is lost after " + name + " at " + page.url(), e);
    }
  }

  @Test
  void shouldGiveEveryChartWithItsTableAndItsFile() throws IOException {
    Map<String, String> heads =
        Map.of(
            "luot-tung-ngay.csv", "Ngày tháng,Ngày thứ,lượt",
            "luot-theo-gio.csv", "Thứ,≤6h,7h",
            "luot-theo-noi-dung.csv", "Nội dung,lượt,Tỷ lệ",
            "nguoi-theo-nhom.csv", "Nhóm,người,Tỷ lệ",
            "luot-theo-thon.csv", "Thôn,lượt,Tỷ lệ",
            "luot-theo-to.csv", "Tổ,");
    Page page = desk.open("/figures");
    page.waitForFunction("() => document.querySelectorAll('.chart-canvas svg').length === 6");
    for (Locator panel : page.locator(".chart-panel").all()) {
      panel.locator("summary").click();
      panel.locator(".chart-table table").waitFor();
      int rows = panel.locator(".chart-table tbody tr").count();
      Download file = page.waitForDownload(() -> panel.locator(".chart-csv").click());
      String name = file.suggestedFilename();
      List<String> lines = Files.readAllLines(file.path());
      assertThat(lines.getFirst()).as(name).startsWith("\uFEFF" + heads.get(name));
      assertThat(lines).as(name).hasSize(rows + 1).hasSizeGreaterThan(1);
    }
    Browser.screenshot(page, "desk-figures-tables");
  }

  /** Counted as they come over the line, heads included, by a browser that knows nothing yet. */
  @Test
  void shouldCostAFirstVisitToTheFiguresNoMoreThanAPhotograph() {
    Page page = desk.browser().page(1440, 900);
    LongAdder bytes = new LongAdder();
    CDPSession network = page.context().newCDPSession(page);
    network.send("Network.enable");
    network.on(
        "Network.loadingFinished",
        loaded -> bytes.add(loaded.get("encodedDataLength").getAsLong()));
    page.navigate(desk.kiosk().url("/leader/figures").toString());
    page.waitForSelector(".sign-in-card");
    DeskPages.fill(page, "leader", EngineProcess.PASSWORD);
    desk.load(page, "/figures");
    page.waitForFunction("() => document.querySelectorAll('.chart-canvas svg').length === 6");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.context().close();
    assertThat(bytes.sum()).isBetween(300_000L, 600_000L);
  }

  @Test
  void shouldShowWhatPeopleTypedAsTextAlone() {
    String title = "Gọi hình <img src=x onerror=window.pwned=1>";
    String learner = "Bà Mẫu <script>window.pwned=1</script>";
    String lesson = desk.leader().schedule(title, null, "Nhà văn hóa thôn", 30);
    desk.resident().takeSeat(lesson, learner);
    Page page = desk.open("/classes");
    assertThat(page.innerText(".classes-next .row-title")).isEqualTo(title);
    page.click(".classes-next " + button("Danh sách đăng ký"));
    page.click(".reading-dialog vaadin-select");
    page.click("vaadin-select-item:has-text('Điểm danh')");
    DeskPages.checkDialog(page, "dialog-reading");
    page.click("vaadin-dialog " + button("Xem"));
    page.waitForSelector(".scroll-list li");
    assertThat(page.innerText(".scroll-list .row-title")).isEqualTo(learner);
    assertThat(page.evaluate("window.pwned")).isNull();
    DeskPages.checkDialog(page, "dialog-comers");
  }
}
