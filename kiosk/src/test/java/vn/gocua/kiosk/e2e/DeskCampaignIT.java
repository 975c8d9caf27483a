package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.page.PhonePage;

/** An admin changes the teams, then ends the campaign; wall and phone follow without a restart. */
@TestMethodOrder(OrderAnnotation.class)
class DeskCampaignIT {
  private static SharedDesk hall;
  private static Page wall;
  private static Page desk;
  private static PhonePage phone;
  private static PhonePage leaving;

  @BeforeAll
  static void start() {
    hall = SharedDesk.start();
    wall = hall.browser().page(1920, 1080);
    wall.navigate(hall.kiosk().url("/wall").toString());
    tiles(36);
    desk = hall.open("/roster");
    phone = enrolled("T02");
    leaving = enrolled("T36");
  }

  @AfterAll
  static void stop() throws IOException {
    hall.close();
  }

  private static PhonePage enrolled(String team) {
    return PhonePage.enrolled(hall.browser(), URI.create(hall.engine().enrolmentLink(team)));
  }

  private static void tiles(int number) {
    wall.waitForFunction("() => document.querySelectorAll('.tile').length === " + number);
  }

  @Test
  @Order(1)
  void shouldAddChangeAndStrikeOffTeamsOnScreen() {
    leaving.choose("public-services").people(2).record().awaitAllSent();
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
    desk.fill("vaadin-integer-field:has-text('Chỉ tiêu của Tổ 37') input", "300");
    desk.waitForSelector(".verdict[data-bad=true]:has-text('vượt 300 lượt')");
    assertSound(desk, "desk-target-gaps");
    desk.click("vaadin-button:visible:has-text('Lưu chỉ tiêu')");
    tiles(37);

    desk.click("[data-team=T36] vaadin-button:has-text('Bỏ')");
    desk.click("vaadin-button:has-text('Bỏ tổ này')");
    desk.waitForSelector("vaadin-select:has-text('lượt của Tổ 36 cho')");
    desk.click("vaadin-button:visible:has-text('Lưu chỉ tiêu')");
    desk.waitForSelector("li:has-text('1 lượt vẫn được tính')");
    tiles(36);
    assertThat(wall.innerText("body")).contains("Tổ 36 · Dịch vụ công trực tuyến");

    leaving.page().waitForSelector(".over h2:has-text('Tổ 36 không còn trong danh sách tổ')");
    assertSound(leaving.page(), "phone-team-left");
    leaving.page().tap(".over a.go");
    leaving.page().waitForSelector("form.code");
    leaving.page().context().close();
  }

  @Test
  @Order(2)
  void shouldShowWhatATableWouldChangeBeforeItDoes() {
    desk.click("vaadin-button:has-text('Nhập từ tệp')");
    choose("Mã tổ;Tên tổ;Số thành viên;Thôn\nT01;Tổ 01;không;Cơ Giáo\n;Tổ 99;5;Cơ Giáo\n");
    desk.waitForSelector(".verdict[data-bad=true]");
    assertThat(desk.innerText(".scroll-list")).contains("Dòng 2", "Dòng 3", "Số thành viên");
    assertSound(desk, "desk-roster-import-bad");

    // The browser's side refuses, then the engine; the dialog stays of use.
    choose("virus.exe", "MZ".getBytes(StandardCharsets.UTF_8));
    desk.waitForSelector(".verdict[data-bad=true]:has-text('Loại tệp này không nhận')");
    choose("to-lon.csv", new byte[2 << 20]);
    desk.waitForSelector(".verdict[data-bad=true]:has-text('nhiều nhất 1,0 MB')");
    choose("to-cu.xls", new byte[] {9, 4, 6, 0, 0, 0, 16, 0});
    desk.waitForSelector(".verdict[data-bad=true]:has-text('Excel đời cũ')");
    desk.setViewportSize(1366, 768);
    Browser.screenshot(desk, "desk-roster-import-old-1366x768");

    // The dialog takes another file after one that it refused: a clerk's own table, in one go.
    desk.setInputFiles(
        "vaadin-upload input[type=file]",
        Path.of("..", "engine", "src", "test", "resources", "roster", "clerks-own-table.xlsx"));
    desk.waitForSelector(".verdict[data-bad=false]");
    assertThat(desk.innerText(".scroll-list"))
        .contains("Xem lại", "Ghi lại", "Không lấy", "STT", "Tổng cộng", "0912345678");
    Browser.screenshot(desk, "desk-roster-import-clerk");
    desk.setViewportSize(1440, 900);
    choose(
        """
        Mã tổ;Tên tổ;Số thành viên;Thôn
        T01;Tổ 01;9;co giao
        T40;<script>document.title='!'</script>;3;Thôn thử nghiệm
        """);
    desk.waitForSelector(".verdict[data-bad=false]");
    desk.waitForSelector(".scroll-list:has-text('6 → 9')");
    assertThat(desk.innerText(".scroll-list"))
        .contains("Thành viên".toLowerCase(java.util.Locale.ROOT), "6 → 9", "Thôn mới");
    assertSound(desk, "desk-roster-import");
    desk.click("vaadin-button:visible:has-text('Lưu tất cả')");
    desk.waitForSelector("[data-team=T40]");
    desk.click("vaadin-button:visible:text-is('Đóng')");
    tiles(37);
    assertThat(desk.title()).doesNotContain("!");
    assertThat(wall.title()).doesNotContain("!");
    assertThat(desk.innerText("[data-team=T40]")).contains("<script>");
    hall.go(desk, "");
    desk.waitForSelector(".overview-team:has-text('<script>')");
    hall.go(desk, "/figures?team=T40");
    hall.go(desk, "/teams/T40");
    assertThat(desk.innerText("h1")).isEqualTo("<script>document.title='!'</script>");
    assertThat(desk.title()).endsWith("· Gõ Cửa");
    hall.go(desk, "/screens");
    desk.waitForSelector("[data-guide=vneid-muc-2] a[href*='/g/vneid-muc-2']");
    desk.waitForSelector("p:has-text('Mẫu, chưa đối chiếu')");
    assertSound(desk, "desk-screens");
    hall.go(desk, "/roster");
    desk.waitForSelector("[data-team=T40]");

    desk.setViewportSize(360, 740);
    assertFits();
    assertSound(desk, "desk-roster-360x740");
    desk.setViewportSize(1440, 900);
  }

  private static void choose(String csv) {
    choose("to.csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private static void choose(String name, byte[] file) {
    desk.setInputFiles(
        "vaadin-upload input[type=file]", new FilePayload(name, "application/octet-stream", file));
  }

  @Test
  @Order(3)
  void shouldEndTheCampaignAndKeepEverything(@TempDir Path folder) throws IOException {
    String ends = hall.resident().ask("co-giao", "digital-id");
    String stays = hall.resident().ask("co-giao", "apps");
    hall.go(desk, "/closing");
    desk.waitForSelector(".closing-state[data-closed=false]");
    desk.waitForSelector("[data-code=" + ends + "]");
    desk.click(".button-row vaadin-button:has-text('Kết thúc chiến dịch')");
    desk.waitForSelector("vaadin-notification-card:has-text('Còn phiếu hẹn chưa chọn')");
    desk.click("vaadin-button:has-text('Kết thúc tất cả')");
    desk.click("[data-code=" + stays + "] vaadin-select");
    desk.click("vaadin-select-item:visible:has-text('Để lại cho chiến dịch sau')");
    desk.setViewportSize(1366, 768);
    assertSound(desk, "desk-closing");
    desk.setViewportSize(1440, 900);
    Page held = phone.page();
    held.route("**/api/v1/check-ins", Route::abort);
    phone.choose("apps").people(4).record();
    close("Kết thúc chiến dịch", 72);
    desk.waitForSelector(".closing-state[data-closed=true]");
    desk.waitForSelector("[data-code=" + ends + "]", hidden());
    desk.waitForSelector("[data-code=" + stays + "]:has-text('Để lại cho chiến dịch sau')");
    wall.waitForSelector(".ring[data-phase=after]");
    assertThat(wall.innerText(".day")).contains("ĐÃ KẾT THÚC", "Kết thúc");
    Browser.screenshot(wall, "wall-closed");
    held.waitForSelector(".over p:has-text('1 lượt chờ gửi vẫn được nhận đến')");
    assertThat(held.isVisible("#entry")).isFalse();
    assertSound(held, "phone-closed-waiting");

    held.unroute("**/api/v1/check-ins");
    phone.networkIsBack().awaitAllSent();
    held.waitForSelector(".over p:has-text('Máy này đã gửi hết')");
    close("Đặt lại hạn nhận", 0);
    held.waitForSelector(".over p:has-text('không còn lượt nào chờ gửi')");
    assertSound(held, "phone-closed");
    assertThat(hall.leader().awaitStanding("T02", 1).residents()).isEqualTo(4);

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
    prepareTheNext(folder);

    desk.setViewportSize(360, 740);
    assertFits();
    assertSound(desk, "desk-closing-360x740");
    closeWithoutACheckIn(stays);
    assertThat(hall.browser().complaints())
        .allMatch(complaint -> complaint.contains("ERR_FAILED")); // The one that was held back.
  }

  private static Page.WaitForSelectorOptions hidden() {
    return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
  }

  /** The team's check-in would not count any more. */
  private static void closeWithoutACheckIn(String code) {
    Page page = phone.page();
    page.evaluate("location.hash = '#help'");
    page.tap("[data-list=open] [data-code=" + code + "] .go");
    String card = "[data-list=mine] [data-code=" + code + "] ";
    page.tap(card + ".pair .go");
    page.waitForSelector(card + ".ask p:has-text('không còn nhận lượt')");
    assertSound(page, "phone-help-over");
    page.tap(card + ".ask button >> text=Đã xong");
    page.waitForSelector(card, hidden());
    assertThat(hall.leader().helpRequest(code).status()).isEqualTo("closed");
    assertThat(hall.leader().helpRequest(code).checkIn()).isNull();
  }

  private static void close(String act, int lateHours) {
    desk.fill("vaadin-integer-field:has-text('Nhận gửi muộn') input", "" + lateHours);
    desk.keyboard().press("Tab");
    desk.click(".button-row vaadin-button:has-text('" + act + "')");
    desk.click("vaadin-button[slot=confirm-button]:visible");
  }

  /** The files of the next campaign, with the teams as they are now. */
  private static void prepareTheNext(Path folder) throws IOException {
    String make = "vaadin-button:has-text('Tạo tệp cấu hình')";
    desk.click(make);
    desk.waitForSelector("vaadin-notification-card:has-text('Xin điền đủ')");
    desk.fill(
        "vaadin-text-field:has-text('Tên chiến dịch') input", "Chiến dịch thử nghiệm: 60 ngày");
    desk.fill("vaadin-text-field:has-text('Mã chiến dịch') input", "thu-nghiem-2");
    desk.fill("vaadin-date-picker input", "15/03/2027");
    desk.keyboard().press("Tab");
    desk.fill("vaadin-integer-field:has-text('Số ngày') input", "60");
    desk.keyboard().press("Tab");
    desk.click(make);
    desk.waitForSelector(".closing-next li:has-text('GOCUA_DATA')");
    assertSound(desk, "desk-closing-next");
    Download files = desk.waitForDownload(() -> desk.click(".closing-next a.download-link"));
    assertThat(files.suggestedFilename()).isEqualTo("chien-dich-thu-nghiem-2.zip");
    Path file = folder.resolve("next.zip");
    files.saveAs(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(text(zip, "campaign.yaml")).contains("thu-nghiem-2", "2027-03-15", "60");
      assertThat(text(zip, "teams.yaml")).contains("T37", "T40").doesNotContain("T36");
    }
  }

  private static String text(ZipFile zip, String entry) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertFits() {
    Accessible.checkFits(desk, desk.url());
  }

  private static void assertSound(Page page, String picture) {
    Browser.screenshot(page, picture);
    Accessible.check(page, picture);
  }
}
