package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.kiosk.testing.Browser;
import vn.gocua.kiosk.testing.EngineProcess;
import vn.gocua.kiosk.testing.KioskProcess;

/** The desk's paperwork: classes, documents, paper reports, training, accounts. */
class DeskOfficeIT {
  private static EngineProcess engine;
  private static KioskProcess kiosk;
  private static Browser browser;
  private static Leader leader;
  private static Resident resident;
  private static Page page;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = EngineProcess.start(folder.resolve("engine"));
    kiosk = KioskProcess.start(folder.resolve("kiosk"), engine.url());
    browser = new Browser();
    leader = Leader.signIn(engine);
    resident = Resident.at(new Api(engine.url()), folder.resolve("engine").resolve("data"));
    page = DeskPages.signIn(browser, kiosk, 1440, 900);
  }

  @AfterAll
  static void stop() {
    browser.close();
    kiosk.close();
    engine.close();
  }

  private static void open(Page page, String path) {
    page.navigate(kiosk.url("/leader" + path).toString());
    page.waitForSelector(".desk[data-signal=live] .desk-page h1");
  }

  private static void confirm(Page page, String text) {
    page.click("vaadin-confirm-dialog vaadin-button:has-text('" + text + "')");
  }

  @Test
  void shouldScheduleChangeAndCancelAClassAndTellWhoComesOnlyWhenAsked() {
    String title = "Gọi hình cho con cháu <img src=x onerror=window.pwned=1>";
    open(page, "/classes");
    page.click("vaadin-button:has-text('Xếp lớp mới')");
    page.fill("vaadin-text-field:has-text('Tên lớp') input", title);
    page.fill("vaadin-text-field:has-text('Học ở đâu') input", "Nhà văn hóa thôn");
    page.click("vaadin-button:has-text('Xếp lớp') >> nth=-1");
    page.waitForSelector(".classes-next li[data-active=true]");
    assertThat(page.innerText(".classes-next .check-in-what")).isEqualTo(title);
    assertThat(page.evaluate("window.pwned")).isNull();

    String id = leader.classes().get(0).path("id").asString();
    resident.takeSeat(id, "Bà Mẫu Học Viên");
    open(page, "/classes");
    page.waitForSelector(".lesson-seats:has-text('1/30')");
    assertThat(page.content()).doesNotContain("Bà Mẫu Học Viên");
    page.click(".classes-next vaadin-button:has-text('Ai đến')");
    confirm(page, "Xem");
    page.waitForSelector(".comers li:has-text('Bà Mẫu Học Viên')");
    assertThat(leader.audit("personal-data-read")).isNotEmpty();
    page.click("vaadin-dialog vaadin-button:has-text('Xong')");

    page.click(".classes-next vaadin-button:has-text('Sửa')");
    page.fill("vaadin-integer-field input", "45");
    page.click("vaadin-button:has-text('Lưu')");
    page.waitForSelector(".lesson-seats:has-text('1/45')");
    page.click(".classes-next vaadin-button:has-text('Hủy lớp')");
    page.waitForSelector("text=1 người đã ghi tên. Nên xem");
    confirm(page, "Hủy lớp");
    page.waitForSelector(".classes-past li:has-text('Đã hủy')");
    assertThat(leader.classes().get(0).path("cancelled").asBoolean()).isTrue();
  }

  @Test
  void shouldHandADocumentOutByItsCodeUntilItIsWithdrawn() throws Exception {
    byte[] file = "%PDF-1.7\nbáo cáo".getBytes(StandardCharsets.UTF_8);
    open(page, "/documents");
    page.setInputFiles(
        "vaadin-upload input[type=file]",
        new FilePayload("Nghị quyết số 5.pdf", "application/pdf", file));
    page.waitForSelector(".projected-name:has-text('Nghị quyết số 5.pdf')");
    String link = QrReader.readSvg(String.valueOf(page.innerHTML(".projected .qr")));
    HttpResponse<byte[]> answer = fetch(link);
    assertThat(answer.body()).isEqualTo(file);
    page.click("vaadin-dialog vaadin-button:has-text('Xong')");
    open(page, "/documents");
    page.waitForSelector(".documents li:has-text('đã tải 1 lần')");

    page.setInputFiles(
        "vaadin-upload input[type=file]",
        new FilePayload("giả.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8)));
    page.waitForSelector(".upload-verdict[data-bad=true]:has-text('Chưa nhận được «giả.pdf»')");
    page.setInputFiles(
        "vaadin-upload input[type=file]",
        new FilePayload("virus.exe", "application/x-dosexec", file));
    page.waitForSelector(".upload-verdict[data-bad=true]:has-text('Loại tệp này không nhận')");

    page.click(".documents vaadin-button:has-text('Thu lại')");
    confirm(page, "Thu lại");
    page.waitForSelector(".documents li[data-active=false]:has-text('Nghị quyết số 5.pdf')");
    assertThat(fetch(link).statusCode()).isEqualTo(410);
  }

  private static HttpResponse<byte[]> fetch(String link) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray());
  }

  @Test
  void shouldTakeASheetOfPaperByTheKeyboardAndCountItOnce() {
    enterSheet();
    page.waitForSelector(".upload-verdict:has-text('Ghi mới 4 lượt')");
    JsonNode row = leader.standing("T33");
    assertThat(row.path("checkIns").asInt()).isEqualTo(4);
    assertThat(row.path("residents").asInt()).isEqualTo(3 * 2 + 5);

    enterSheet();
    page.waitForSelector(".upload-verdict:has-text('Ghi mới 0 lượt · đã có từ trước 4')");
    assertThat(leader.standing("T33").path("checkIns").asInt()).isEqualTo(4);
    assertThat(leader.recount().path("equal").asBoolean()).isTrue();
  }

  /** Three times two people with a public service, once five with an app; no mouse. */
  private static void enterSheet() {
    open(page, "/paper");
    page.waitForSelector(".paper-line vaadin-combo-box");
    page.waitForFunction("() => document.activeElement.closest('.paper-head') !== null");
    choose("Tổ 33");
    page.focus(".paper-line vaadin-combo-box input");
    choose("Dịch vụ công");
    type("2", "Tab");
    type("3", "Enter");
    page.waitForFunction(
        "() => document.activeElement.closest('.paper-line:nth-child(2) vaadin-combo-box') !== null");
    choose("Ứng dụng");
    type("5", "Tab");
    page.waitForSelector(".paper-sum:has-text('4 lượt · 11 người')");
    page.keyboard().press("Control+Enter");
  }

  /** Types into the combo box that has the focus, takes what it offers, goes on. */
  private static void choose(String text) {
    page.keyboard().insertText(text);
    page.waitForSelector("vaadin-combo-box-item:has-text('" + text + "')");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForFunction("() => !document.activeElement.closest('vaadin-combo-box').opened");
    page.keyboard().press("Tab");
  }

  private static void type(String text, String key) {
    page.keyboard().insertText(text);
    page.keyboard().press(key);
  }

  @Test
  void shouldKeepTheTrainingOfStaffAndShowItOnTheOverview() {
    open(page, "/training");
    page.fill(".unit-line vaadin-text-field input", "Trạm y tế (mẫu)");
    page.fill(".unit-line vaadin-integer-field:has-text('Đã tập huấn') input", "9");
    page.fill(".unit-line vaadin-integer-field:has-text('Tổng số người') input", "12");
    page.press(".unit-line vaadin-integer-field:has-text('Tổng số người') input", "Tab");
    page.click("vaadin-button:has-text('Lưu')");
    page.waitForSelector(".training-sum:has-text('9/12 người')");
    open(page, "");
    page.waitForSelector(".training-card:has-text('75,0 %')");
  }

  @Test
  void shouldAskForACodeOnceItIsSetUpAndLetAnAdminHelp() {
    open(page, "/accounts");
    page.fill("vaadin-text-field:has-text('Tên đăng nhập mới') input", "pho-ban");
    page.click("vaadin-button:has-text('Mở tài khoản')");
    page.waitForSelector(".one-time-password");
    String oneTime = page.innerText(".one-time-password");
    page.click("vaadin-dialog vaadin-button:has-text('Đã ghi lại')");

    Page other = browser.page(1000, 800);
    other.navigate(kiosk.url("/leader").toString());
    other.waitForSelector(".sign-in-card");
    DeskPages.fill(other, "pho-ban", oneTime);
    String own = "mot-cau-de-nho-2026";
    other.fill("vaadin-password-field:has-text('Mật khẩu hiện tại') input", oneTime);
    other.fill("vaadin-password-field >> nth=1 >> input", own);
    other.fill("vaadin-password-field >> nth=2 >> input", own);
    other.click("vaadin-button:has-text('Đổi mật khẩu')");
    other.waitForSelector(".teams-grid");

    open(other, "/account");
    other.click(".totp-begin");
    Authenticator app = new Authenticator(other.innerText(".totp-secret"));
    other.fill(".totp-code input", "000000");
    other.click("vaadin-button:text-is('Bật')");
    other.waitForSelector("vaadin-notification-card");
    other.fill(".totp-code input", app.code(0));
    other.click("vaadin-button:text-is('Bật')");
    other.waitForSelector(".totp-on");
    other.click(".sign-out");
    other.waitForSelector(".sign-in-card");
    DeskPages.fill(other, "pho-ban", own);
    other.waitForSelector(".sign-in-error:has-text('mã xác thực')");
    other.fill("#sign-in-totp", app.code(1));
    other.evaluate("window.beforeTheForm = true");
    other.fill("#sign-in-username", "pho-ban");
    other.fill("#sign-in-password", own);
    other.click(".sign-in-submit");
    other.waitForSelector(".teams-grid");

    open(page, "/accounts");
    page.waitForSelector(".notice-list li:has-text('có mã xác thực')");
    page.click("li:has-text('pho-ban') >> vaadin-button:has-text('Cho quyền quản trị')");
    confirm(page, "Cho quyền quản trị");
    page.waitForSelector("li:has-text('pho-ban') >> text=Thôi quyền quản trị");
    page.click("li:has-text('pho-ban') >> vaadin-button:has-text('Kết thúc các phiên')");
    confirm(page, "Kết thúc các phiên");
    other.waitForSelector(".sign-in-note");
  }
}
