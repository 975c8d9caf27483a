package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.kiosk.testing.FieldPhone;
import vn.gocua.testkit.EngineProcess;

/** The door of the leaders' desk, and the first page behind it. */
@ExtendWith(SharedDesk.Extension.class)
class DeskDoorIT {
  private static SharedDesk desk;

  @BeforeAll
  static void take(SharedDesk shared) {
    desk = shared;
  }

  @Test
  void shouldLetInWhoeverKnowsThePasswordAndLetOutEveryPageOfTheBrowser() {
    Page page = desk.browser().page(1440, 900);
    page.navigate(desk.kiosk().url("/leader").toString());
    page.waitForSelector(".sign-in-card");
    String planted = sessionId(page);
    DeskPages.fill(page, "leader", "khong-phai-mat-khau");
    page.waitForSelector(".sign-in-error");
    assertThat(page.innerText(".sign-in-error"))
        .startsWith("Tên đăng nhập hoặc mật khẩu chưa đúng");
    assertThat(page.url()).doesNotContain("mat-khau");

    DeskPages.fill(page, "leader", EngineProcess.PASSWORD);
    page.waitForSelector(".teams-grid");
    assertThat(page.url()).isEqualTo(desk.kiosk().url("/leader").toString());
    assertThat(sessionId(page)).as("an id that was planted is worth nothing").isNotEqualTo(planted);
    assertThat(page.innerText(".desk-user")).isEqualTo("leader");
    Accessible.check(page, "overview");

    Page other = page.context().newPage();
    other.navigate(desk.kiosk().url("/leader").toString());
    other.waitForSelector(".teams-grid");
    page.click(".sign-out");
    page.waitForSelector(".sign-in-note");
    other.waitForSelector(".sign-in-note");
    page.navigate(desk.kiosk().url("/leader").toString());
    page.waitForSelector(".sign-in-card");
    assertThat(page.isVisible(".teams-grid")).isFalse();
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mark=0123456789abcdef0123456789abcdef&", ""})
  void shouldTakeNoFormThatAnotherSiteMadeUp(String mark) throws Exception {
    String form = mark + "username=leader&password=" + EngineProcess.PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(desk.kiosk().url("/leader/session"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/leader/sign-in?error=again");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void shouldFollowTheCampaignWithoutLosingOrderScrollOrSelection() {
    Page page = desk.open("");
    page.setViewportSize(1000, 600);
    long before = desk.leader().board().totals().checkIns();
    FieldPhone phone = FieldPhone.enrol(desk.engine(), "T14");
    page.click("vaadin-grid-sorter:has-text('Tổ')");
    page.click("vaadin-grid-sorter:has-text('Tổ')"); // The last team first.
    page.waitForFunction(DeskPages.firstRowIs("Tổ 36"));
    page.click("vaadin-grid-cell-content:has-text('Xâm Xuyên') >> nth=0");
    page.evaluate("document.querySelector('.teams-grid').scrollIntoView()");
    Object scroll = page.evaluate("document.scrollingElement.scrollTop");

    phone.checkIn("public-services", 3);
    page.waitForFunction(
        "n => document.querySelector('.overview-card-number')?.innerText === String(n)",
        String.valueOf(before + 1));
    assertThat((boolean) page.evaluate("(" + DeskPages.firstRowIs("Tổ 36") + ")()")).isTrue();
    assertThat(page.evaluate("document.scrollingElement.scrollTop")).isEqualTo(scroll);
    assertThat(page.evaluate("document.querySelector('.teams-grid').selectedItems.length"))
        .isEqualTo(1);

    page.fill("input[placeholder='Tìm tổ, thôn']", "to 14");
    page.waitForFunction(DeskPages.firstRowIs("Tổ 14"));
    page.waitForSelector(".teams-grid .overview-pace:not([data-pace=none])");
    page.click("vaadin-button:has-text('Ô')");
    page.waitForSelector(".overview-place:not([data-pace=none]) .overview-tile-today:text-is('1')");

    Page cut = page.context().newPage();
    cut.routeWebSocket(Pattern.compile(".*/leader/live.*"), line -> line.close());
    cut.navigate(desk.kiosk().url("/leader").toString());
    cut.waitForSelector(".overview-card-number:text-is('" + (before + 1) + "')");
    phone.checkIn("apps", 1);
    for (Page each : List.of(page, cut)) {
      each.waitForSelector(".overview-card-number:text-is('" + (before + 2) + "')");
    }
    cut.close();
  }

  private static String sessionId(Page page) {
    return page.context().cookies().stream()
        .filter(c -> c.name.equals("JSESSIONID"))
        .map((Cookie c) -> c.value)
        .findFirst()
        .orElseThrow();
  }
}
