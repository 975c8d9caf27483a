package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.kiosk.testing.Browser;
import vn.gocua.kiosk.testing.EngineProcess;
import vn.gocua.kiosk.testing.KioskProcess;

/** What leaders do at the desk, and what the others then see. */
class DeskActsIT {
  private static final List<String> PAGES =
      List.of(
          "",
          "/figures",
          "/teams/T01",
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
          "/reports",
          "/recount");
  private static final String WALL_COUNTS =
      "count => document.querySelector('.counter-value')?.innerText === String(count)";

  private static EngineProcess engine;
  private static KioskProcess kiosk;
  private static Browser browser;
  private static Leader leader;
  private static Resident resident;
  private static Page shared;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = EngineProcess.start(folder.resolve("engine"));
    kiosk = KioskProcess.start(folder.resolve("kiosk"), engine.url());
    browser = new Browser();
    leader = Leader.signIn(engine);
    resident = Resident.at(new Api(engine.url()), folder.resolve("engine").resolve("data"));
    shared = DeskPages.signIn(browser, kiosk, 1440, 900);
  }

  @AfterAll
  static void stop() {
    browser.close();
    kiosk.close();
    engine.close();
  }

  /** The one leader's browser that all tests share: signing in takes its time. */
  private static Page desk(String path) {
    open(shared, path);
    return shared;
  }

  private static Page another(String path) {
    Page page = DeskPages.signIn(browser, kiosk, 1440, 900);
    open(page, path);
    return page;
  }

  private static void open(Page page, String path) {
    page.navigate(kiosk.url("/leader" + path).toString());
    page.waitForSelector(".desk[data-signal=live] .desk-page h1");
  }

  private static int checkIns() {
    return leader.board().path("totals").path("checkIns").asInt();
  }

  @Test
  void shouldTakeBackSoThatWallPhoneAndExportAgree() throws IOException {
    FieldPhone phone = FieldPhone.enrol(engine, "T12");
    String id = phone.checkIn("public-services", 3);
    Page wall = browser.page(1920, 1080);
    wall.navigate(kiosk.url("/").toString());
    int before = checkIns();
    wall.waitForFunction(WALL_COUNTS, before);

    Page page = desk("/teams/T12");
    page.click(".take-back");
    page.click("vaadin-radio-button:has-text('Ghi thử')");
    page.click("vaadin-button:has-text('Hủy lượt')");
    page.waitForSelector(".check-in-voided:has-text('Ghi thử · leader')");
    wall.waitForFunction(WALL_COUNTS, before - 1);
    assertThat(phone.latest().get(0).path("id").asString()).isEqualTo(id);
    assertThat(phone.latest().get(0).path("voided").asString()).isEqualTo("test");

    open(page, "/reports");
    Download csv = page.waitForDownload(() -> page.click("a.file:has-text('CSV') >> nth=-1"));
    page.waitForSelector(".export-progress[data-state=whole]");
    assertThat(csv.suggestedFilename()).startsWith("luot-ho-tro-").endsWith(".csv");
    assertThat(Files.readString(csv.path()).lines().filter(l -> l.contains(id)).toList())
        .singleElement()
        .satisfies(line -> assertThat(line).containsIgnoringCase("thử"));
    assertThat(leader.recount().path("equal").asBoolean()).isTrue();
  }

  @Test
  void shouldCorrectWhatWasEnteredWrongly() {
    FieldPhone.enrol(engine, "T20").checkIn("digital-id", 40);
    Page page = desk("/teams/T20");
    page.click(".correct");
    page.fill("vaadin-integer-field input", "4");
    page.click("vaadin-button:has-text('Ghi lượt đúng')");
    page.waitForSelector(".check-in-voided:has-text('Đã thay bằng lượt sửa')");
    page.waitForSelector(".check-in-detail:has-text('lượt sửa lại')");
    assertThat(leader.recount().path("equal").asBoolean()).isTrue();
    JsonNode row = leader.standing("T20");
    assertThat(row.path("checkIns").asInt()).isEqualTo(1);
    assertThat(row.path("residents").asInt()).isEqualTo(4);
  }

  @Test
  void shouldLetAPhoneInByItsCodeAndShutItOut() {
    Page page = desk("/teams/T30");
    page.click("vaadin-button:has-text('Ghi danh máy mới')");
    page.waitForSelector(".enrol svg");
    String code = page.innerText(".enrol-code");
    new Api(engine.url()).post("/api/v1/devices", Map.of("code", code));
    page.click("vaadin-button:has-text('Xong')");
    page.click(".revoke");
    page.click("vaadin-confirm-dialog vaadin-button:has-text('Ngừng máy')");
    page.waitForSelector(".phones .check-in-what:has-text('Đã ngừng')");
  }

  @Test
  void shouldMakeASheetOfCodesForAllTeamsThatFitsOnePage() {
    Page page = another("/phones/sheet");
    page.click("vaadin-button:has-text('Tạo mã')");
    page.waitForSelector(".sheet-card >> nth=35");
    assertThat(page.querySelectorAll(".sheet-card svg")).hasSize(36);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    int height =
        ((Number) page.evaluate("document.querySelector('.sheet').offsetHeight")).intValue();
    assertThat(height).as("pixels of 281 mm at 96 dpi").isLessThan(281 * 960 / 254);
  }

  @Test
  void shouldPublishANoticeAsTextWhateverItLooksLike() {
    Page wall = browser.page(1920, 1080);
    wall.navigate(kiosk.url("/").toString());
    Page page = desk("/notices");
    String text =
        "<img src=x onerror=\"window.pwned=1\"> <script>window.pwned=1</script> 17h giao ban";
    page.fill("vaadin-text-area textarea", text);
    page.click("vaadin-button:has-text('Đăng thông báo')");
    page.waitForSelector(".notice-list li[data-active=true]");
    assertThat(page.innerText(".notice-list li .check-in-what")).isEqualTo(text);
    wall.waitForFunction("() => document.body.innerText.includes('17h giao ban')");
    assertThat(page.evaluate("window.pwned")).isNull();
    assertThat(wall.evaluate("window.pwned")).isNull();
    page.click("vaadin-button:has-text('Rút')");
    page.waitForSelector(".notice-list li[data-active=false]");
  }

  @Test
  void shouldChangeTargetsAndRecount() {
    Page page = desk("/targets");
    String whole = "vaadin-integer-field:has-text('Lượt hỗ trợ cả chiến dịch') input";
    page.fill(whole, "20000");
    page.press(whole, "Tab");
    page.click("vaadin-button:has-text('Lưu chỉ tiêu')");
    page.waitForSelector("vaadin-notification-card:has-text('Đã lưu')");
    open(page, "");
    page.waitForSelector(".card-note:has-text('chỉ tiêu 20.000')");
    open(page, "/recount");
    page.click("vaadin-button:has-text('Kiểm đếm ngay')");
    page.waitForSelector(".recount-verdict[data-equal=true]");
  }

  @Test
  void shouldFitAPhoneAndHinderNobody() {
    Page page = DeskPages.signIn(browser, kiosk, 360, 740);
    for (String path : PAGES) {
      open(page, path);
      assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .as(path)
          .isLessThanOrEqualTo(360);
      assertThat(
              new AxeBuilder(page)
                  .analyze().getViolations().stream()
                      .filter(v -> List.of("serious", "critical").contains(v.getImpact()))
                      .map(v -> v.getId() + " " + v.getNodes().getFirst().getHtml())
                      .toList())
          .as(path)
          .isEmpty();
      assertThat(page.title()).endsWith("· Gõ Cửa");
    }
  }

  @Test
  void shouldDrawChartsWithTheirTablesAndFiles() throws IOException {
    FieldPhone.enrol(engine, "T08").checkIn("apps", 2);
    Page page = desk("/figures?team=T08");
    page.waitForFunction("() => document.querySelectorAll('.chart-canvas svg').length >= 4");
    page.click(".figure-panel summary");
    page.waitForSelector(".chart-table table");
    Download csv = page.waitForDownload(() -> page.click(".figure-panel .chart-csv"));
    assertThat(Files.readString(csv.path())).startsWith("\uFEFFNgày tháng,Ngày thứ,lượt");
  }

  @Test
  void shouldLetAllLeadersKnowWhatOneKnows() {
    FieldPhone.enrol(engine, "T27").holds(3);
    Page one = desk("");
    Page other = another("");
    String alert = ".alert-list:not(.alert-known) li:has-text('Tổ 27')";
    one.waitForSelector(alert);
    other.waitForSelector(alert);
    one.click(alert + " >> vaadin-button");
    other.waitForSelector(
        alert, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    other.click(".alert-aside summary");
    other.waitForSelector(".alert-known li:has-text('Tổ 27'):has-text('leader')");
    other.click(".alert-known li:has-text('Tổ 27') >> vaadin-button");
    one.waitForSelector(alert);
    assertThat(leader.audit("alert-acknowledged")).hasSize(1);
  }

  @Test
  void shouldTellOfARequestAtOnceAndOfWhoAskedOnlyOnDemand() {
    Page page = desk("/requests");
    String code = resident.ask("co-giao", "digital-id");
    page.waitForSelector(".check-in-what:has-text('" + code + "')");
    assertThat(page.content()).doesNotContain(Resident.NAME);
    page.click("vaadin-button:has-text('Xem liên hệ')");
    page.click("vaadin-confirm-dialog vaadin-button:has-text('Xem') >> nth=-1");
    page.waitForSelector("text=" + Resident.NAME);
    page.click("vaadin-dialog vaadin-button:has-text('Xong')");
    page.click("vaadin-button:has-text('Bỏ phiếu')");
    page.click("vaadin-dialog vaadin-select");
    page.click("vaadin-select-item:has-text('Phiếu thử')");
    page.click("vaadin-dialog vaadin-button:has-text('Bỏ phiếu')");
    page.waitForSelector(
        ".check-in-what:has-text('" + code + "')",
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /** Without a mouse: in, to the slowest team, and one of its check-ins away. */
  @Test
  void shouldBeUsableByTheKeyboardAlone() {
    FieldPhone phone = FieldPhone.enrol(engine, "T36");
    phone.checkIn("apps", 2);
    Page page = browser.page(1440, 900);
    page.navigate(kiosk.url("/leader").toString());
    page.waitForSelector(".sign-in-card");
    tabTo(page, "#sign-in-username");
    page.keyboard().insertText("leader");
    tabTo(page, "#sign-in-password");
    page.keyboard().insertText(EngineProcess.LEADER_PASSWORD);
    page.keyboard().press("Enter");
    page.waitForSelector(".desk[data-signal=live] .teams-grid");
    tabTo(page, "input[placeholder='Tìm tổ, thôn']");
    page.keyboard().insertText("to 36");
    page.waitForFunction(DeskPages.firstRowIs("Tổ 36"));
    tabTo(page, ".teams-grid [part~=body-cell], .teams-grid td");
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    page.waitForSelector(".check-ins");
    page.waitForSelector(".take-back");
    tabTo(page, ".check-ins [part~=body-cell], .check-ins td");
    for (int column = 0; column < 6; column++) {
      page.keyboard().press("ArrowRight");
    }
    page.keyboard().press("Enter");
    tabTo(page, ".take-back");
    page.keyboard().press("Enter");
    tabTo(page, "vaadin-radio-button input");
    page.keyboard().press("Space");
    tabTo(page, "vaadin-button:has-text('Hủy lượt')");
    page.keyboard().press("Enter");
    page.waitForSelector(".check-in-voided");
    assertThat(phone.latest().get(0).path("voided").asString()).isEqualTo("mistake");
  }

  /** Presses Tab until what is meant has the focus. */
  private static void tabTo(Page page, String selector) {
    for (int tabs = 0; tabs < 60; tabs++) {
      if (hasFocus(page, selector)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not get to " + selector);
  }

  private static boolean hasFocus(Page page, String selector) {
    return page.querySelectorAll(selector).stream()
        .anyMatch(element ->
            (boolean)
                element.evaluate(
                    "e => { let a = document.activeElement; while (a) { if (a === e) return true; a = a.shadowRoot?.activeElement; } return false; }"));
  }
}
