package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.kiosk.testing.Browser;
import vn.gocua.kiosk.testing.EngineProcess;
import vn.gocua.kiosk.testing.KioskProcess;

/** The door of the leaders' desk, and the first page behind it. */
class DeskDoorIT {
  private static EngineProcess engine;
  private static KioskProcess kiosk;
  private static Browser browser;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = EngineProcess.start(folder.resolve("engine"));
    kiosk = KioskProcess.start(folder.resolve("kiosk"), engine.url());
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    kiosk.close();
    engine.close();
  }

  @Test
  void shouldLetInWhoeverKnowsThePasswordAndTakeThemWhereTheyWanted() {
    Page page = browser.page(1440, 900);
    page.navigate(kiosk.url("/leader").toString());
    page.waitForSelector(".sign-in-card");
    String planted = sessionId(page);
    DeskPages.fill(page, "leader", "khong-phai-mat-khau");
    page.waitForSelector(".sign-in-error");
    assertThat(page.innerText(".sign-in-error"))
        .startsWith("Tên đăng nhập hoặc mật khẩu chưa đúng");
    assertThat(page.url()).doesNotContain("mat-khau");

    DeskPages.fill(page, "leader", EngineProcess.LEADER_PASSWORD);
    page.waitForSelector(".teams-grid");
    assertThat(page.url()).isEqualTo(kiosk.url("/leader").toString());
    assertThat(sessionId(page)).as("an id that was planted is worth nothing").isNotEqualTo(planted);
    assertThat(page.innerText(".desk-user")).isEqualTo("leader");
    assertThat(serious(page)).isEmpty();
  }

  @Test
  void shouldSayKindlyWhenThereWereTooManyTries() {
    Page page = browser.page(360, 740);
    page.navigate(kiosk.url("/leader/sign-in").toString());
    page.waitForSelector(".sign-in-card");
    assertThat(serious(page)).isEmpty();
    for (int tries = 0; tries < 30 && !page.url().contains("too-many-tries"); tries++) {
      DeskPages.fill(page, "nguoi-la", "doan-mo-" + tries);
      page.waitForSelector(".sign-in-error");
    }
    assertThat(page.innerText(".sign-in-error")).contains("thử sai nhiều lần", "Xin thử lại sau");
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(360);
  }

  @Test
  void shouldSignOutEveryPageOfTheBrowser() {
    Page page = DeskPages.signIn(browser, kiosk, 1440, 900);
    Page other = page.context().newPage();
    other.navigate(kiosk.url("/leader").toString());
    other.waitForSelector(".teams-grid");
    page.click(".sign-out");
    page.waitForSelector(".sign-in-note");
    other.waitForSelector(".sign-in-note");
    page.navigate(kiosk.url("/leader").toString());
    page.waitForSelector(".sign-in-card");
    assertThat(page.isVisible(".teams-grid")).isFalse();
  }

  @Test
  void shouldSpeakEnglishToWhoeverAsksAndRememberIt() {
    Page page = DeskPages.signIn(browser, kiosk, 1440, 900);
    page.click(".language");
    page.waitForSelector("h1:text-is('Overview')");
    page.reload();
    page.waitForSelector("h1:text-is('Overview')");
    assertThat(page.innerText(".desk-what")).isEqualTo("Desk of the leaders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mark=0123456789abcdef0123456789abcdef&", ""})
  void shouldTakeNoFormThatAnotherSiteMadeUp(String mark) throws Exception {
    String form = mark + "username=leader&password=" + EngineProcess.LEADER_PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(kiosk.url("/leader/session"))
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
    Page page = DeskPages.signIn(browser, kiosk, 1000, 600);
    FieldPhone phone = FieldPhone.enrol(engine, "T12");
    page.click("vaadin-grid-sorter:has-text('Tổ')");
    page.click("vaadin-grid-sorter:has-text('Tổ')"); // The last team first.
    page.waitForFunction(DeskPages.firstRowIs("Tổ 36"));
    page.click("vaadin-grid-cell-content:has-text('Xâm Xuyên') >> nth=0");
    page.evaluate("document.querySelector('.teams-grid').scrollIntoView()");
    Object scroll = page.evaluate("document.scrollingElement.scrollTop");

    phone.checkIn("public-services", 3);
    page.waitForFunction("() => document.querySelector('.card-number').innerText === '1'");
    page.waitForFunction(
        "() => document.querySelectorAll('.pace-cell:not([data-pace=none])').length === 1");
    assertThat((boolean) page.evaluate("(" + DeskPages.firstRowIs("Tổ 36") + ")()")).isTrue();
    assertThat(page.evaluate("document.scrollingElement.scrollTop")).isEqualTo(scroll);
    assertThat(page.evaluate("document.querySelector('.teams-grid').selectedItems.length"))
        .isEqualTo(1);
    Browser.screenshot(page, "desk-overview");

    page.fill("input[placeholder='Tìm tổ, thôn']", "to 12");
    page.waitForFunction(DeskPages.firstRowIs("Tổ 12"));
    page.click("vaadin-button:has-text('Ô')");
    page.waitForSelector(".team-place:not([data-pace=none]) .tile-today:text-is('1')");

    Page cut = page.context().newPage();
    cut.routeWebSocket(Pattern.compile(".*/leader/live.*"), line -> line.close());
    cut.navigate(kiosk.url("/leader").toString());
    cut.waitForSelector(".card-number:text-is('1')");
    phone.checkIn("apps", 1);
    for (Page each : List.of(page, cut)) {
      each.waitForSelector(".card-number:text-is('2')");
    }
    assertThat(browser.complaints()).isEmpty();
  }

  private static String sessionId(Page page) {
    return page.context().cookies().stream()
        .filter(c -> c.name.equals("JSESSIONID"))
        .map((Cookie c) -> c.value)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> serious(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(v -> List.of("serious", "critical").contains(v.getImpact()))
            .map(v -> v.getId() + " " + v.getNodes().getFirst().getHtml())
            .toList();
  }
}
