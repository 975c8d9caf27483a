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
import vn.gocua.testkit.Browser;

/** The desk's paperwork that needs a browser: files, and forms without a mouse. */
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
  void shouldHandADocumentOutByItsCodeUntilItIsWithdrawn() throws Exception {
    byte[] file = Arrays.copyOf("%PDF-1.7\nbáo cáo".getBytes(StandardCharsets.UTF_8), 2 * SLOW);
    Page page = desk.open("/documents");
    page.waitForSelector(".panel p:has-text('nhiều nhất 1,0 MB')");
    CDPSession tools = page.context().newCDPSession(page);
    limitUpload(tools, SLOW);
    page.setInputFiles(
        UPLOAD, new FilePayload("Nghị quyết số 5 <b>&.pdf", "application/pdf", file));
    page.waitForFunction(UPLOADING);
    Browser.screenshot(page, "desk-documents-uploading");
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
    BoardMessage.Standing row = desk.leader().awaitStanding("T33", 4);
    assertThat(row.residents()).isEqualTo(3 * 2 + 5);

    page = enterSheet();
    page.waitForSelector(".verdict:has-text('Ghi mới 0 lượt · đã có từ trước 4')");
    assertThat(desk.leader().recount().equal()).isTrue();
    assertThat(desk.leader().standing("T33").checkIns()).isEqualTo(4);

    desk.go(page, "/teams/T33");
    page.waitForSelector(".row-detail:has-text('không rõ giờ')");
    page.waitForSelector(".chart-note:has-text('còn 4 lượt không rõ giờ')");
    page.waitForSelector(".row-detail:has-text('nhập từ giấy')");
    Browser.screenshot(page, "desk-team-paper");
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
}
