package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.kiosk.testing.Browser;
import vn.gocua.kiosk.testing.EngineProcess;
import vn.gocua.kiosk.testing.KioskProcess;

/** An admin changes the teams, then ends the campaign; wall and phone follow without a restart. */
@TestMethodOrder(OrderAnnotation.class)
class DeskCampaignIT {
  private static EngineProcess engine;
  private static KioskProcess kiosk;
  private static Browser browser;
  private static Page wall;
  private static Page desk;
  private static PhonePage phone;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = EngineProcess.start(folder.resolve("engine"));
    kiosk = KioskProcess.start(folder.resolve("kiosk"), engine.url());
    browser = new Browser();
    wall = browser.page(1920, 1080);
    wall.navigate(kiosk.url("/wall").toString());
    tiles(36);
    desk = DeskPages.signIn(browser, kiosk, 1440, 900);
    phone = PhonePage.enrolled(browser, java.net.URI.create(engine.enrolmentLink("T02")));
  }

  @AfterAll
  static void stop() {
    browser.close();
    kiosk.close();
    engine.close();
  }

  private static void tiles(int number) {
    wall.waitForFunction("() => document.querySelectorAll('.tile').length === " + number);
  }

  @Test
  @Order(1)
  void shouldAddChangeAndStrikeOffTeamsOnScreen() {
    FieldPhone.enrol(engine, "T36").checkIn("public-services", 2);
    desk.navigate(kiosk.url("/leader/roster").toString());
    desk.waitForSelector("[data-team=T36]");
    assertSound(desk, "desk-roster");

    desk.click("vaadin-button:has-text('Thêm tổ')");
    desk.fill("vaadin-text-field:has-text('Mã tổ') input", "T37");
    desk.fill("vaadin-text-field:has-text('Tên tổ') input", "Tổ 37");
    desk.fill("vaadin-multi-select-combo-box input", "Vân La");
    desk.waitForSelector("vaadin-multi-select-combo-box-item:has-text('Vân La')");
    desk.click("vaadin-multi-select-combo-box-item:has-text('Vân La')");
    assertSound(desk, "desk-roster-team");
    desk.keyboard().press("Escape");
    desk.click("vaadin-button:visible:text-is('Lưu')");
    desk.waitForSelector("[data-team=T37]");
    tiles(37);

    desk.click("[data-team=T36] vaadin-button:has-text('Bỏ')");
    desk.click("vaadin-button:has-text('Bỏ tổ này')");
    desk.waitForSelector("li:has-text('1 lượt vẫn được tính')");
    tiles(36);
    assertThat(wall.innerText("body")).contains("Tổ 36 · Dịch vụ công trực tuyến");
  }

  @Test
  @Order(2)
  void shouldShowWhatATableWouldChangeBeforeItDoes() {
    desk.click("vaadin-button:has-text('Nhập từ tệp')");
    choose("Mã tổ;Tên tổ;Số thành viên;Thôn\nT01;Tổ 01;không;Cơ Giáo\n;Tổ 99;5;Cơ Giáo\n");
    desk.waitForSelector(".import-verdict[data-bad=true]");
    assertThat(desk.innerText(".import-list")).contains("Dòng 2", "Dòng 3", "Số thành viên");
    assertSound(desk, "desk-roster-import-bad");

    desk.navigate(kiosk.url("/leader/roster").toString());
    desk.waitForSelector("[data-team=T37]");
    desk.click("vaadin-button:has-text('Nhập từ tệp')");
    choose(
        """
        Mã tổ;Tên tổ;Số thành viên;Thôn
        T01;Tổ 01;9;co giao
        T40;<script>document.title='!'</script>;3;Thôn thử nghiệm
        """);
    desk.waitForSelector(".import-verdict[data-bad=false]");
    assertThat(desk.innerText(".import-list"))
        .contains("Thành viên".toLowerCase(java.util.Locale.ROOT), "6 → 9", "Thôn mới");
    assertSound(desk, "desk-roster-import");
    desk.click("vaadin-button:visible:has-text('Lưu tất cả')");
    desk.waitForSelector("[data-team=T40]");
    tiles(37);
    assertThat(desk.title()).doesNotContain("!");
    assertThat(wall.title()).doesNotContain("!");
    assertThat(desk.innerText("[data-team=T40]")).contains("<script>");

    desk.setViewportSize(360, 740);
    assertFits();
    assertSound(desk, "desk-roster-360x740");
    desk.setViewportSize(1440, 900);
  }

  private static void choose(String csv) {
    desk.setInputFiles(
        "vaadin-upload input[type=file]",
        new FilePayload("to.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @Order(3)
  void shouldEndTheCampaignAndKeepEverything(@TempDir Path folder) throws IOException {
    desk.navigate(kiosk.url("/leader/closing").toString());
    desk.waitForSelector(".ending-state[data-closed=false]");
    assertSound(desk, "desk-closing");
    desk.fill("vaadin-integer-field:has-text('Nhận gửi muộn') input", "0");
    desk.keyboard().press("Tab");
    desk.click(".acts-row vaadin-button:has-text('Kết thúc chiến dịch')");
    desk.click("vaadin-button[slot=confirm-button]:visible");
    desk.waitForSelector(".ending-state[data-closed=true]");
    wall.waitForSelector(".ring[data-phase=after]");
    assertThat(wall.innerText(".day")).contains("ĐÃ HOÀN THÀNH", "Kết thúc");
    Browser.screenshot(wall, "wall-closed");
    phone.page().waitForSelector(".band:has-text('Chiến dịch đã kết thúc')");
    Browser.screenshot(phone.page(), "phone-closed");

    desk.click("vaadin-button:has-text('Lưu trữ ngay')");
    desk.waitForSelector(
        "a:has-text('Tải bản lưu')", new Page.WaitForSelectorOptions().setTimeout(120_000));
    assertSound(desk, "desk-closing-archived");
    Download archive = desk.waitForDownload(() -> desk.click("a:has-text('Tải bản lưu')"));
    Path file = folder.resolve("archive.zip");
    archive.saveAs(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.getEntry("journal.zip")).isNotNull();
      assertThat(zip.getEntry("SHA256SUMS")).isNotNull();
    }
    assertThat(Files.size(file)).isPositive();

    desk.setViewportSize(360, 740);
    assertFits();
    assertSound(desk, "desk-closing-360x740");
    assertThat(browser.complaints()).isEmpty();
  }

  private static void assertFits() {
    assertThat((int) desk.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(360);
  }

  private static void assertSound(Page page, String picture) {
    Browser.screenshot(page, picture);
    List<String> serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(v -> List.of("serious", "critical").contains(v.getImpact()))
                .map(v -> v.getId() + " " + v.getNodes().getFirst().getHtml())
                .toList();
    assertThat(serious).as(picture).isEmpty();
  }
}
