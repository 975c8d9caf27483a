package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.text.Texts;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.page.KioskPage;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.PhonePage;

/**
 * A third language is a folder of text files and nothing else: this one is made up here, put on the
 * class path of both programs as they ship, and read on every surface. Its texts are the Vietnamese
 * ones in brackets, but for those it leaves out.
 */
class PseudoLanguageIT {
  private static final String TAG = "qps";
  private static final String NAME = "Ngôn ngữ thử";
  private static final List<String> SURFACES =
      List.of("api", "wall", "kiosk", "desk", "phone", "ticket");

  /** Left out: Vietnamese stands in for it. */
  private static final String LEFT_OUT = "home.title";

  @TempDir private static Path folder;
  private static EngineProcess engine;
  private static KioskProcess kiosk;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    Path texts = folder.resolve("more/text/" + TAG);
    Files.createDirectories(texts);
    Files.writeString(
        texts.resolve("language.properties"),
        """
        name=%s
        intl=vi-VN
        plural=none
        number.group=_
        number.decimal=,
        date=yyyy.MM.dd
        time=HH:mm
        """
            .formatted(NAME));
    for (String surface : SURFACES) {
      Properties file = new Properties();
      Texts.of(surface).own().forEach((key, text) -> file.put(key, "[" + text + "]"));
      file.remove(LEFT_OUT);
      try (var out = Files.newBufferedWriter(texts.resolve(surface + ".properties"))) {
        file.store(out, null);
      }
    }
    Map<String, String> more =
        Map.of("JDK_JAVA_OPTIONS", "-Xbootclasspath/a:" + folder.resolve("more"));
    engine = EngineProcess.start(folder, Ports.free(), more);
    kiosk = KioskProcess.start(folder, engine.url(), more);
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    kiosk.close();
    engine.close();
  }

  @Test
  void shouldBeListedAndAnsweredByTheEngine() throws Exception {
    assertThat(get("/i18n/index.json", "")).contains("\"tag\":\"vi\"", "\"tag\":\"en\"", NAME);
    assertThat(get("/i18n/" + TAG + ".json", "")).contains("\"[").doesNotContain(LEFT_OUT);
    assertThat(get("/api/v1/nothing", TAG)).contains("[Không có trang này.]");
    assertThat(get("/api/v1/nothing", "fr")).contains("\"Không có trang này.\"");
  }

  @Test
  void shouldBeSpokenByThePhone() {
    PhonePage phone = PhonePage.enrolled(browser, URI.create(engine.enrolmentLink("T07")));
    Page page = phone.page();
    page.navigate(engine.url("/#machine").toString());
    page.check("[value=" + TAG + "]");
    page.waitForSelector("html[lang=" + TAG + "]");
    assertThat(page.innerText(".machine")).contains("[Ngôn ngữ]", "Tiếng Việt", "English", NAME);
    Browser.screenshot(page, "pseudo-phone");
    page.navigate(engine.url("/").toString());
    page.waitForSelector("html[lang=" + TAG + "] #entry");
    assertThat(page.innerText("body")).contains("Ghi lượt hỗ trợ").contains("[");
    page.context().close();
  }

  @Test
  void shouldBeSpokenByTheTicketPage() {
    Page page = browser.page(PhonePage.options(360, 740));
    page.navigate(engine.url("/t").toString());
    page.tap("#languages [lang=" + TAG + "]");
    page.waitForSelector("html[lang=" + TAG + "]");
    assertThat(page.innerText("#said")).startsWith("[Bác mở trang này");
    assertThat(page.locator("#languages button").allInnerTexts())
        .containsExactly("Tiếng Việt", "English");
    Browser.screenshot(page, "pseudo-ticket");
    page.context().close();
  }

  @Test
  void shouldBeSpokenByTheResidentsKiosk() {
    KioskPage screen =
        KioskPage.open(browser, kiosk.url("/kiosk"), 1080, 1920).accepted(Leader.signIn(engine));
    assertThat(screen.locator(".tool-language").allInnerTexts()).containsExactly("English", NAME);
    screen.tap(".tool-language[lang=" + TAG + "]").await(".shell[lang=" + TAG + "]");
    assertThat(screen.page().innerText(".shell")).contains("[");
    Browser.screenshot(screen.page(), "pseudo-kiosk");
    screen.tap(".tool-language[lang=vi]").await(".shell[lang=vi]");
    screen.close();
  }

  @Test
  void shouldBeSpokenByTheDeskAndTheWall() {
    Page page = browser.page(1440, 900);
    page.navigate(kiosk.url("/leader").toString());
    page.click(".sign-in-foot [lang=" + TAG + "]");
    page.waitForSelector(".sign-in[lang=" + TAG + "]");
    assertThat(page.innerText(".sign-in h1")).startsWith("[");
    DeskPages.fill(page, "leader", EngineProcess.PASSWORD);
    page.waitForSelector("h1:text-is('[Tổng quan]')");
    assertThat(page.locator(".language").allInnerTexts()).containsExactly("Tiếng Việt", "English");
    Browser.screenshot(page, "pseudo-desk");
    page.click(".language[lang=vi]");
    page.waitForSelector("h1:text-is('Tổng quan')");
    page.navigate(kiosk.url("/wall?lang=" + TAG).toString());
    page.waitForSelector(".wall[lang=" + TAG + "]");
    assertThat(page.innerText(".wall")).contains("[");
    Browser.screenshot(page, "pseudo-wall");
    page.context().close();
  }

  private static String get(String path, String language) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(engine.url(path));
    if (!language.isEmpty()) {
      request.header("Accept-Language", language);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString()).body();
    }
  }
}
