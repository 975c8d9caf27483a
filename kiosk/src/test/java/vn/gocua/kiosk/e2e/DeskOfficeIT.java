package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.protocol.board.BoardMessage;

/** The desk's paperwork: classes, documents, paper reports, training. */
@ExtendWith(SharedDesk.Extension.class)
class DeskOfficeIT {
  /** Chromium's tools take bytes a second. */
  private static final int SLOW = 300 * 1024;

  private static final String UPLOAD = "vaadin-upload input[type=file]";

  /** The bar has begun and is not at its end. */
  private static final String UPLOADING =
      """
      () => {
        const file = document.querySelector('vaadin-upload-file');
        const find = (root) => root?.querySelector('vaadin-progress-bar') ?? null;
        const bar = find(file) ?? find(file?.shadowRoot);
        return bar !== null && bar.value > 0 && bar.value < 1;
      }
      """;

  private static SharedDesk desk;

  @BeforeAll
  static void take(SharedDesk shared) {
    desk = shared;
  }

  private static void confirm(Page page, String text) {
    page.click("vaadin-confirm-dialog vaadin-button:has-text('" + text + "')");
  }

  @Test
  void shouldScheduleChangeAndCancelAClassAndTellWhoComesOnlyWhenAsked() {
    String title = "Gọi hình cho con cháu <img src=x onerror=window.pwned=1>";
    Page page = desk.open("/classes");
    page.click("vaadin-button:has-text('Xếp lớp mới')");
    page.fill("vaadin-text-field:has-text('Tên lớp') input", title);
    page.fill("vaadin-text-field:has-text('Học ở đâu') input", "Nhà văn hóa thôn");
    page.click("vaadin-button:has-text('Xếp lớp') >> nth=-1");
    page.waitForSelector(".classes-next li[data-active=true]");
    assertThat(page.innerText(".classes-next .row-title")).isEqualTo(title);
    assertThat(page.evaluate("window.pwned")).isNull();

    String id = desk.leader().classes().getFirst().id();
    String learner = "Bà Mẫu <script>window.pwned=1</script>";
    desk.resident().takeSeat(id, learner);
    desk.load(page, "/classes");
    page.waitForSelector(".status-chip:has-text('1/30')");
    assertThat(page.content()).doesNotContain("Bà Mẫu");
    page.click(".classes-next vaadin-button:has-text('Ai đến')");
    confirm(page, "Xem");
    page.waitForSelector(".scroll-list li");
    assertThat(page.innerText(".scroll-list .row-title")).isEqualTo(learner);
    assertThat(page.evaluate("window.pwned")).isNull();
    DeskPages.checkDialog(page, "dialog-comers");
    assertThat(desk.leader().audit("personal-data-read")).isNotEmpty();
    page.click("vaadin-dialog vaadin-button:has-text('Xong')");

    page.click(".classes-next vaadin-button:has-text('Sửa')");
    page.fill("vaadin-integer-field input", "45");
    chooseHamlet(page, "Vân La");
    page.click("vaadin-dialog vaadin-button:has-text('Lưu')");
    page.waitForSelector(".status-chip:has-text('1/45')");
    page.waitForSelector(".classes-next li:has-text('thôn Vân La')");
    page.click(".classes-next vaadin-button:has-text('Sửa')");
    chooseHamlet(page, "Cả xã");
    page.click("vaadin-dialog vaadin-button:has-text('Lưu')");
    page.waitForSelector(".classes-next li:has-text('cho cả xã')");
    page.click(".classes-next vaadin-button:has-text('Hủy lớp')");
    page.waitForSelector("text=1 người đã ghi tên. Nên xem");
    confirm(page, "Hủy lớp");
    page.waitForSelector(".classes-past li:has-text('Đã hủy')");
    assertThat(desk.leader().classes().getFirst().cancelled()).isTrue();
  }

  private static void chooseHamlet(Page page, String name) {
    page.click("vaadin-dialog vaadin-select");
    page.click("vaadin-select-item:has-text('" + name + "')");
  }

  @Test
  void shouldHandADocumentOutByItsCodeUntilItIsWithdrawn() throws Exception {
    byte[] file = Arrays.copyOf("%PDF-1.7\nbáo cáo".getBytes(StandardCharsets.UTF_8), 2 * SLOW);
    Page page = desk.open("/documents");
    page.waitForSelector(".panel p:has-text('nhiều nhất 1,0 MB')");
    CDPSession tools = page.context().newCDPSession(page);
    limitUpload(tools, SLOW);
    page.setInputFiles(
        UPLOAD, new FilePayload("Nghị quyết số 5 <b>&.pdf", "application/pdf", file));
    page.waitForFunction(UPLOADING);
    DeskPages.picture(page, "desk-documents-uploading");
    limitUpload(tools, -1);
    page.waitForSelector(".documents-code-name:has-text('Nghị quyết số 5')");
    assertThat(page.innerText(".documents-code-name")).contains("Nghị quyết số 5").contains(".pdf");
    String link = QrReader.readSvg(String.valueOf(page.innerHTML(".documents-code .qr-picture")));
    HttpResponse<byte[]> answer = fetch(link);
    assertThat(answer.body()).isEqualTo(file);
    DeskPages.checkDialog(page, "dialog-document");
    page.click("vaadin-dialog vaadin-button:has-text('Xong')");
    desk.load(page, "/documents");
    page.waitForSelector(".documents li:has-text('đã tải 1 lần')");

    byte[] film = Arrays.copyOf(file, SharedDesk.MEGABYTES * 1024 * 1024 + 1);
    page.setInputFiles(UPLOAD, new FilePayload("Phim dài.pdf", "application/pdf", film));
    page.waitForSelector(".verdict[data-bad=true]:has-text('Tệp lớn quá: nhiều nhất 1,0 MB')");
    page.setInputFiles(
        UPLOAD,
        new FilePayload("giả.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8)));
    page.waitForSelector(".verdict[data-bad=true]:has-text('Chưa nhận được «giả.pdf»')");
    page.setInputFiles(UPLOAD, new FilePayload("virus.exe", "application/x-dosexec", file));
    page.waitForSelector(".verdict[data-bad=true]:has-text('Loại tệp này không nhận')");

    page.click(".documents vaadin-button:has-text('Thu lại')");
    confirm(page, "Thu lại");
    page.waitForSelector(".documents li[data-active=false]:has-text('Nghị quyết số 5')");
    assertThat(fetch(link).statusCode()).isEqualTo(410);
  }

  private static void limitUpload(CDPSession tools, int bytesASecond) {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", 0);
    conditions.addProperty("downloadThroughput", -1);
    conditions.addProperty("uploadThroughput", bytesASecond);
    tools.send("Network.emulateNetworkConditions", conditions);
  }

  private static HttpResponse<byte[]> fetch(String link) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray());
  }

  @Test
  void shouldTakeASheetOfPaperByTheKeyboardAndCountItOnce() {
    Page page = enterSheet();
    page.waitForSelector(".verdict:has-text('Ghi mới 4 lượt')");
    BoardMessage.Standing row = desk.leader().standing("T33");
    assertThat(row.checkIns()).isEqualTo(4);
    assertThat(row.residents()).isEqualTo(3 * 2 + 5);

    page = enterSheet();
    page.waitForSelector(".verdict:has-text('Ghi mới 0 lượt · đã có từ trước 4')");
    assertThat(desk.leader().standing("T33").checkIns()).isEqualTo(4);
    assertThat(desk.leader().recount().equal()).isTrue();

    desk.go(page, "/teams/T33");
    page.waitForSelector(".row-detail:has-text('không rõ giờ')");
    page.waitForSelector(".chart-note:has-text('còn 4 lượt không rõ giờ')");
    page.waitForSelector(".row-detail:has-text('nhập từ giấy')");
    DeskPages.picture(page, "desk-team-paper");
  }

  /** Three times two people with a public service, once five with an app; no mouse. */
  private static Page enterSheet() {
    Page page = desk.open("/paper");
    page.waitForSelector(".paper-line vaadin-combo-box");
    page.waitForFunction("() => document.activeElement.closest('.paper-head') !== null");
    choose(page, "Tổ 33");
    page.focus(".paper-line vaadin-combo-box input");
    choose(page, "Dịch vụ công");
    type(page, "2", "Tab");
    type(page, "3", "Enter");
    page.waitForFunction(
        "() => document.activeElement.closest('.paper-line:nth-child(2) vaadin-combo-box') !=="
            + " null");
    choose(page, "Ứng dụng");
    type(page, "5", "Tab");
    page.waitForSelector(".paper-sum:has-text('4 lượt · 11 người')");
    page.keyboard().press("Control+Enter");
    return page;
  }

  /** Types into the combo box that has the focus, takes what it offers, goes on. */
  private static void choose(Page page, String text) {
    page.keyboard().insertText(text);
    page.waitForSelector("vaadin-combo-box-item:has-text('" + text + "')");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForFunction("() => !document.activeElement.closest('vaadin-combo-box').opened");
    page.keyboard().press("Tab");
  }

  private static void type(Page page, String text, String key) {
    page.keyboard().insertText(text);
    page.keyboard().press(key);
  }

  @Test
  void shouldKeepTheTrainingOfStaffAndShowItOnTheOverview() {
    Page page = desk.open("/training");
    page.fill(".training-unit vaadin-text-field input", "Trạm y tế (mẫu)");
    page.fill(".training-unit vaadin-integer-field:has-text('Đã tập huấn') input", "9");
    page.fill(".training-unit vaadin-integer-field:has-text('Tổng số người') input", "12");
    page.press(".training-unit vaadin-integer-field:has-text('Tổng số người') input", "Tab");
    page.click("vaadin-button:has-text('Lưu')");
    page.waitForSelector(".training-sum:has-text('9/12 người')");
    desk.go(page, "");
    page.waitForSelector(".overview-training:has-text('75,0 %')");
  }
}
