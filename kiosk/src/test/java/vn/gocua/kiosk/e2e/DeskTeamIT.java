package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.kiosk.testing.FieldPhone;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.page.PhonePage;

/** What leaders do with a team's check-ins and phones, and what the others then see. */
@ExtendWith(SharedDesk.Extension.class)
class DeskTeamIT {
  private static final String WALL_COUNTS =
      "count => document.querySelector('.counter-value')?.innerText === String(count)";

  private static SharedDesk desk;

  @BeforeAll
  static void take(SharedDesk shared) {
    desk = shared;
  }

  @Test
  void shouldTakeBackSoThatWallPhoneAndExportAgree() throws IOException {
    FieldPhone phone = FieldPhone.enrol(desk.engine(), "T12");
    String id = phone.checkIn("public-services", 3);
    Page wall = desk.browser().page(1920, 1080);
    wall.navigate(desk.kiosk().url("/").toString());
    long before = desk.leader().recount().board().checkIns();
    wall.waitForFunction(WALL_COUNTS, String.valueOf(before));

    Page page = desk.open("/teams/T12");
    page.click("[data-act='checkIns.takeBack']");
    page.click("vaadin-radio-button:has-text('Ghi thử')");
    page.click("vaadin-button:has-text('Hủy lượt')");
    page.waitForSelector(".row-warning:has-text('Ghi thử · leader')");
    wall.waitForFunction(WALL_COUNTS, String.valueOf(before - 1));
    wall.context().close();
    assertThat(phone.latest().getFirst().id()).isEqualTo(id);
    assertThat(phone.latest().getFirst().voided()).isEqualTo("test");

    desk.go(page, "/reports");
    Download csv =
        page.waitForDownload(() -> page.click("a.download-link:has-text('CSV') >> nth=-1"));
    page.waitForSelector(".reports-progress[data-state=whole]");
    assertThat(csv.suggestedFilename()).startsWith("luot-ho-tro-").endsWith(".csv");
    assertThat(Files.readString(csv.path()).lines().filter(l -> l.contains(id)).toList())
        .singleElement()
        .satisfies(line -> assertThat(line).containsIgnoringCase("thử"));
    assertThat(desk.leader().recount().equal()).isTrue();
  }

  /**
   * A phone without a network saves a file; the desk takes it in; later the phone sends as well.
   */
  @Test
  void shouldTakeInAPhonesBackupAndCountItOnce(@TempDir Path folder) {
    PhonePage phone =
        PhonePage.enrolled(desk.browser(), URI.create(desk.engine().enrolmentLink("T22")));
    phone.page().context().setOffline(true);
    phone.choose("apps").people(3).record();
    phone.choose("payments").people(2).record();
    phone.openBook();
    Download saved =
        phone.page().waitForDownload(() -> phone.page().tap("button:has-text('Lưu thành tệp')"));

    Path file = folder.resolve(saved.suggestedFilename());
    saved.saveAs(file);

    Page page = desk.open("/phones");
    page.click("vaadin-select");
    page.click("vaadin-select-item:has-text('Tổ 22')");
    page.click("vaadin-button:has-text('Nhận tệp lưu từ máy')");
    String choose = "vaadin-dialog vaadin-button:has-text('Chọn tệp')";
    page.waitForFileChooser(() -> page.click(choose)).setFiles(file);
    page.waitForSelector("vaadin-dialog [role=status]:has-text('Ghi mới 2 lượt')");
    DeskPages.checkDialog(page, "dialog-backup");
    page.waitForFileChooser(() -> page.click(choose)).setFiles(file);
    page.waitForSelector(
        "vaadin-dialog [role=status]:has-text('Ghi mới 0 lượt · đã có từ trước 2')");
    page.click("vaadin-dialog vaadin-button:has-text('Xong')");
    BoardMessage.Standing row = desk.leader().awaitStanding("T22", 2);
    assertThat(row.residents()).isEqualTo(5);

    phone.page().context().setOffline(false);
    phone.networkIsBack().awaitAllSent();
    phone.page().context().close();
    assertThat(desk.leader().recount().equal()).isTrue();
    assertThat(desk.leader().standing("T22").checkIns()).isEqualTo(2);
  }

  /** Without a mouse: in, to the slowest team, and one of its check-ins away. */
  @Test
  void shouldBeUsableByTheKeyboardAlone() {
    FieldPhone phone = FieldPhone.enrol(desk.engine(), "T36");
    phone.checkIn("apps", 2);
    Page page = desk.browser().page(1440, 900);
    page.navigate(desk.kiosk().url("/leader").toString());
    page.waitForSelector(".sign-in-card");
    tabTo(page, "#sign-in-username");
    page.keyboard().insertText("leader");
    tabTo(page, "#sign-in-password");
    page.keyboard().insertText(EngineProcess.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForSelector(".desk[data-signal=live] .teams-grid");
    tabTo(page, "input[placeholder='Tìm tổ, thôn']");
    page.keyboard().insertText("to 36");
    page.waitForFunction(DeskPages.firstRowIs("Tổ 36"));
    tabTo(page, ".teams-grid [part~=body-cell], .teams-grid td");
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    page.waitForSelector(".check-ins");
    page.waitForSelector("[data-act='checkIns.takeBack']");
    tabTo(page, ".check-ins [part~=body-cell], .check-ins td");
    for (int column = 0; column < 6; column++) {
      page.keyboard().press("ArrowRight");
    }
    page.keyboard().press("Enter");
    tabTo(page, "[data-act='checkIns.takeBack']");
    page.keyboard().press("Enter");
    tabTo(page, "vaadin-radio-button input");
    page.keyboard().press("Space");
    tabTo(page, "vaadin-button:has-text('Hủy lượt')");
    page.keyboard().press("Enter");
    page.waitForSelector(".row-warning");
    assertThat(phone.latest().getFirst().voided()).isEqualTo("mistake");
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
    return (boolean)
        page.locator(selector)
            .evaluateAll(
                "all => { for (let a = document.activeElement; a; a = a.shadowRoot?.activeElement)"
                    + " { if (all.includes(a)) return true; } return false; }");
  }
}
