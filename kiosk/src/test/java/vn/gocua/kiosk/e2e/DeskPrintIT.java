package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.kiosk.e2e.Printed.Line;
import vn.gocua.kiosk.e2e.Printed.Sheet;
import vn.gocua.kiosk.testing.FieldPhone;
import vn.gocua.protocol.help.TicketReceipt;

/** The desk's pages, a ticket and a guide on A4, printed from a window of 1440 px. */
@ExtendWith(SharedDesk.Extension.class)
class DeskPrintIT {
  private static final List<String> OTHERS =
      List.of(
          "/teams/T32",
          "/requests",
          "/classes",
          "/documents",
          "/paper",
          "/training",
          "/screens",
          "/audit",
          "/phones",
          "/notices",
          "/targets",
          "/roster",
          "/reports",
          "/closing",
          "/recount",
          "/accounts",
          "/account");

  /** Headings, and what rows begin with, as the screen shows them. */
  private static final String HEADINGS =
      """
      () => [...document.querySelectorAll(
          '.desk-page :is(h1, .panel-title, .overview-card-title, .row-title, .fact-label, .fact-number)')]
        .filter(e => e.offsetWidth > 0)
        .map(e => e.innerText)
      """;

  private static SharedDesk desk;

  @BeforeAll
  static void take(SharedDesk shared) {
    desk = shared;
    FieldPhone phone = FieldPhone.enrol(desk.engine(), "T32");
    IntStream.range(0, 30).forEach(_ -> phone.checkIn("apps", 2));
  }

  @Test
  void shouldPrintTheCodesOfAllTeamsOnOneSheetAndEachCanBeScanned() {
    Page page = desk.another("/phones/sheet");
    page.click("vaadin-button:has-text('Tạo mã')");
    page.waitForSelector(".phones-card >> nth=35");
    Map<String, String> typed = new LinkedHashMap<>();
    for (Locator card : page.locator(".phones-card").all()) {
      typed.put(
          card.locator(".phones-card-team").innerText(),
          card.locator(".phones-card-code").innerText().replaceAll("\\s", ""));
    }
    Printed printed = Printed.of(page, "print-sheet").onA4().says(List.copyOf(typed.keySet()));
    page.close();
    assertThat(typed).hasSize(36);
    assertThat(printed.sheets()).hasSize(1);
    assertThat(printed.text()).doesNotContain("In tờ này", "Đăng xuất").contains("Ngày ");
    Sheet sheet = printed.sheets().getFirst();
    typed.forEach((team, code) -> assertThat(scan(sheet, team)).as(team).contains(code));
  }

  /** The code stands at the left of its team's name. */
  private static String scan(Sheet sheet, String team) {
    Line name = sheet.line(team);
    return sheet.code(name.left() - 28, name.bottom() - 9, name.left() - 0.5, name.bottom() + 19.5);
  }

  @Test
  void shouldPrintTheOverviewWithEveryTeamAndItsColumnsOnEverySheet() {
    Printed printed = print("");
    List<String> teams = IntStream.rangeClosed(1, 36).mapToObj("Tổ %02d"::formatted).toList();
    printed.says(teams);
    assertThat(printed.sheets()).hasSizeBetween(2, 3);
    for (Sheet sheet : printed.sheets().subList(0, 2)) {
      assertThat(sheet.text()).contains("Thôn Hôm nay Tổng Người Tiến độ Hạng", "Chưa gửi");
    }
  }

  @Test
  void shouldPrintChartsAsWideAsThePaper() {
    Page page = desk.open("/figures");
    page.waitForFunction("() => document.querySelectorAll('.chart-canvas svg').length === 6");
    Printed printed = printed(page, "/figures");
    printed.says(List.of("Giờ nào, thứ nào đông", "Tổ 36"));
    assertThat(printed.sheets()).hasSizeLessThan(5);
    page.waitForFunction(
        "() => [...document.querySelectorAll('.chart-canvas')].every("
            + "e => Math.abs(e.clientWidth - e.querySelector('svg').clientWidth) < 2)");
    assertThat(page.locator(".print-grid").count()).as("left behind").isZero();
  }

  @Test
  void shouldPrintAClassListWithRoomToSign() {
    String lesson = desk.leader().schedule("Lớp mẫu để in", null, "Nhà văn hóa mẫu", 40);
    List<String> names =
        IntStream.rangeClosed(1, 32).mapToObj("Bác Mẫu Số %02d"::formatted).toList();
    names.forEach(name -> desk.resident().takeSeat(lesson, name));
    Page page = desk.another("/classes");
    page.evaluate("() => { window.print = () => { window.printing = true; }; }");
    page.locator(
            ".row-list li:has-text('Lớp mẫu để in') vaadin-button:has-text('Danh sách đăng ký')")
        .click();
    page.click(".reading-dialog vaadin-select");
    page.click("vaadin-select-item:has-text('Điểm danh')");
    page.click("vaadin-dialog vaadin-button:has-text('Xem')");
    page.click("vaadin-dialog vaadin-button:has-text('In danh sách')");
    page.waitForFunction("() => window.printing");
    Printed printed = Printed.of(page, "print-class-list").onA4().says(names);
    page.click("vaadin-dialog vaadin-button:has-text('Xong')");
    page.waitForSelector(
        ".print-sheet", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    page.close();
    assertThat(printed.sheets()).hasSize(2);
    assertThat(printed.sheets())
        .allSatisfy(s -> assertThat(s.text()).contains("Họ và tên Điện thoại Phiếu Ký tên"));
    assertThat(printed.text())
        .contains("Nhà văn hóa mẫu", "Ghi tên lớp «Lớp mẫu để in»")
        .doesNotContain("Trả chỗ", "Mở lớp mới", "Đóng cửa sổ này");
  }

  @Test
  void shouldPrintATicketAndAGuideWithoutTheirButtons() {
    TicketReceipt ticket = desk.resident().askFor("co-giao", "apps");
    Page page = desk.browser().page(1440, 900);
    String address = "/t#" + ticket.code() + "." + ticket.secret();
    page.navigate(desk.engine().url(address).toString());
    page.waitForSelector("#facts:has-text('Giờ gặp')");
    page.waitForSelector("#withdraw:not([hidden])");
    Printed paper = Printed.of(page, "print-ticket").onA4();
    assertThat(paper.sheets()).hasSize(1);
    assertThat(paper.text())
        .contains(ticket.code(), "Cơ Giáo", "Đã nhận yêu cầu", "Giờ gặp")
        .doesNotContain("Hủy yêu cầu", "English");
    page.navigate(desk.engine().url("/g/nhan-biet-lua-dao").toString());
    List<String> steps = page.locator("section h2").allInnerTexts();
    Printed guide = Printed.of(page, "print-guide").onA4().says(steps);
    page.context().close();
    assertThat(steps).hasSizeGreaterThan(2);
    assertThat(guide.sheets()).hasSizeLessThan(5);
  }

  @Test
  @Tag("all")
  void shouldPrintEveryOtherPageWhole() {
    OTHERS.forEach(DeskPrintIT::print);
  }

  private static Printed print(String path) {
    return printed(desk.open(path), path);
  }

  private static Printed printed(Page page, String path) {
    page.waitForFunction(
        "() => [...document.querySelectorAll('vaadin-grid')].every(g => !g.loading)");
    List<String> headings =
        ((List<?>) page.evaluate(HEADINGS)).stream().map(String::valueOf).toList();
    Printed printed = Printed.of(page, "print-desk" + path.replace('/', '-')).onA4().says(headings);
    assertThat(printed.sheets().getFirst().text())
        .as("the campaign, and the day")
        .contains(page.locator(".desk-campaign").innerText())
        .contains(page.locator(".desk-day").innerText());
    assertThat(printed.text()).as("the menu").doesNotContain("Nhập từ giấy Tập huấn");
    return printed;
  }
}
