package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.kiosk.testing.Browser;
import vn.gocua.kiosk.testing.EngineProcess;
import vn.gocua.kiosk.testing.KioskProcess;
import vn.gocua.kiosk.testing.Network;
import vn.gocua.kiosk.testing.Program;

/** Learning and teams at the kiosk, by taps only, upright and lying, with and without an engine. */
class KioskLearningIT {
  private static final int WIDE = 1080;
  private static final int HIGH = 1920;
  private static final double PATIENCE = 20_000;

  /** What is promised of every page: complaints, empty if there are none. */
  private static final String PROMISES =
      """
      () => {
        const seen = (e) => e.offsetParent !== null && getComputedStyle(e).visibility === 'visible';
        const found = [];
        const choices = [...document.querySelectorAll('.page .choice')].filter(seen);
        if (choices.length > 6) found.push(choices.length + ' choices');
        for (const button of [...document.querySelectorAll('.kiosk button')].filter(seen)) {
          const { width, height, left, right } = button.getBoundingClientRect();
          if (innerHeight > innerWidth && (width < 95.5 || height < 95.5)) {
            found.push(`${button.innerText}: ${width}×${height}`);
          }
          if (left < 0 || right > innerWidth + 1) found.push(button.innerText + ' is off the screen');
        }
        if (document.documentElement.scrollWidth > innerWidth) found.push('scrolls sideways');
        for (const e of document.querySelectorAll('.page *')) {
          if (e.scrollWidth > e.clientWidth + 1 && seen(e) && getComputedStyle(e).display !== 'inline') {
            found.push('cut off: ' + e.className + ' ' + e.innerText?.slice(0, 40));
          }
          const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
          if (own && seen(e) && parseFloat(getComputedStyle(e).fontSize) < 23.5) {
            found.push('small: ' + e.innerText.slice(0, 40));
          }
        }
        return found;
      }
      """;

  private static final String SCROLLS =
      "() => { const e = document.querySelector('.page-body');"
          + " return e.scrollHeight > e.clientHeight + 1; }";

  @TempDir private static Path folder;
  private static EngineProcess engine;
  private static Network network;
  private static KioskProcess kiosk;
  private static Browser browser;
  private static Api leader;
  private static Page page;

  @BeforeAll
  static void start() {
    engine = EngineProcess.start(folder);
    network = Network.to(engine.port());
    kiosk = KioskProcess.start(folder, network.url());
    browser = new Browser();
    JsonNode session =
        new Api(engine.url())
            .post(
                "/api/v1/sessions",
                Map.of("username", "leader", "password", EngineProcess.LEADER_PASSWORD));
    leader = new Api(engine.url()).as(session.get("token").asString());
    page = browser.page(new NewContextOptions().setViewportSize(WIDE, HIGH).setHasTouch(true));
    page.setDefaultTimeout(PATIENCE);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    page.navigate(kiosk.url("/kiosk").toString());
    String code = page.locator(".pairing .code").innerText().replaceAll("\\s", "");
    leader.post("/api/v1/screens/" + code + "/accept", Map.of());
    page.locator("[data-where=home]").waitFor();
  }

  @AfterAll
  static void stop() {
    browser.close();
    kiosk.close();
    network.close();
    engine.close();
  }

  @BeforeEach
  void home() {
    network.mend();
    awaitEngine(true);
    Locator first = page.locator(".foot-home");
    if (first.isVisible()) {
      first.tap();
    }
    page.locator("[data-where=home]").waitFor();
    page.setViewportSize(WIDE, HIGH);
  }

  private static void awaitEngine(boolean there) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Program.answersOk(kiosk.url("/health/ready")) == there);
  }

  private static void open(String door) {
    page.locator(".choice", new Page.LocatorOptions().setHasText(door)).tap();
  }

  private static void onwards() {
    page.locator(".foot-onwards").tap();
  }

  private static void awaitTitle(String title) {
    PlaywrightAssertions.assertThat(page.locator(".page h1")).hasText(title);
  }

  private static void type(String... keys) {
    for (String key : keys) {
      page.locator("[data-key='" + key + "']").tap();
    }
  }

  /** Measured upright and lying; pictures are kept. */
  private static void keepsItsPromises(String name) {
    assertThat((List<?>) page.evaluate(PROMISES)).as(name).isEmpty();
    Browser.screenshot(page, "kiosk-" + name);
    page.setViewportSize(HIGH, WIDE);
    assertThat((List<?>) page.evaluate(PROMISES)).as(name + ", lying").isEmpty();
    Browser.screenshot(page, "kiosk-" + name + "-lying");
    page.setViewportSize(WIDE, HIGH);
  }

  private static List<String> titles(String slug) {
    JsonNode guide = new Api(engine.url()).get("/api/v1/guides/" + slug);
    return guide.get("steps").findValuesAsString("title");
  }

  @Test
  void shouldTeachStepByStepWithoutScrolling() {
    open("Hướng dẫn từng bước");
    awaitTitle("Bác muốn học việc gì?");
    keepsItsPromises("guides");
    open("Xem tiếp");
    page.locator("[data-guide=dang-ky-khai-sinh]").waitFor();
    keepsItsPromises("guides-more");
    page.locator(".foot-back").tap();
    page.locator("[data-guide=vneid-muc-2]").tap();
    awaitTitle("Làm VNeID mức 2");
    assertThat(page.locator(".page").innerText()).contains("vneid.gov.vn", "chưa đối chiếu");
    keepsItsPromises("guide");
    onwards();
    List<String> steps = titles("vneid-muc-2");
    for (int i = 0; i < steps.size(); i++) {
      awaitTitle(steps.get(i));
      assertThat(page.locator(".lead").innerText())
          .isEqualTo("Bước " + (i + 1) + " trên " + steps.size() + " · Làm VNeID mức 2");
      assertThat((Boolean) page.evaluate(SCROLLS)).as(steps.get(i)).isFalse();
      if (i == 0 || i == steps.size() - 1) {
        keepsItsPromises("guide-step-" + (i + 1));
      }
      if (i < steps.size() - 1) {
        onwards();
      }
    }
    assertThat(page.locator(".take-home .qr").isVisible()).isTrue();
    onwards();
    page.locator("[data-where=home]").waitFor();
  }

  @Test
  void shouldShowWhereTheHamletsTeamIsMetAndWhatItDid() {
    String token =
        new Api(engine.url())
            .post("/api/v1/devices", Map.of("code", Leader.signIn(engine).code("T02", 1)))
            .get("token")
            .asString();
    Map<String, Object> visit =
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "occurredAt",
            OffsetDateTime.now(ZoneOffset.UTC).toString(),
            "activity",
            "digital-id",
            "residents",
            4);
    new Api(engine.url()).as(token).post("/api/v1/check-ins", Map.of("checkIns", List.of(visit)));
    open("Tổ công nghệ số của thôn tôi");
    page.locator("[data-hamlet=co-giao]").tap();
    awaitTitle("Các tổ ở thôn Cơ Giáo");
    keepsItsPromises("teams");
    page.locator("[data-team=T02]").tap();
    awaitTitle("Tổ 02");
    PlaywrightAssertions.assertThat(page.locator(".count-number").last()).hasText("4");
    assertThat(page.locator(".page").innerText())
        .contains("Nhà văn hóa thôn Cơ Giáo", "024 0000 0000", "dữ liệu mẫu")
        .contains("VNeID, định danh điện tử");
    assertThat(page.locator(".take-home .qr").isVisible()).isTrue();
    keepsItsPromises("team");
  }

  private static String schedule(String title, int seats) {
    OffsetDateTime starts = OffsetDateTime.now(ZoneOffset.ofHours(7)).plusDays(3).withNano(0);
    return leader
        .post(
            "/api/v1/classes",
            Map.of(
                "title",
                title,
                "hamlet",
                "co-giao",
                "place",
                "Nhà văn hóa thôn Cơ Giáo (mẫu)",
                "startsAt",
                starts.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                "endsAt",
                starts.plusMinutes(90).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                "seats",
                seats))
        .get("id")
        .asString();
  }

  @Test
  void shouldGiveTheLastSeatAndSayThatItWas() {
    String session = schedule("Nhận biết lừa đảo qua điện thoại", 1);
    open("Lớp Bình dân học vụ số");
    Locator row = page.locator("[data-class='" + session + "']");
    PlaywrightAssertions.assertThat(row).containsText("còn 1 chỗ");
    keepsItsPromises("classes");
    row.tap();
    awaitTitle("Nhận biết lừa đảo qua điện thoại");
    keepsItsPromises("class");
    onwards();
    awaitTitle("Tên người đi học là gì?");
    type("m", "â", "nga", "u");
    onwards();
    awaitTitle("Số điện thoại của bác?");
    type("0", "9", "1", "2", "3", "4", "5", "6", "7", "8");
    onwards();
    awaitTitle("Bác xem lại giúp");
    assertThat(page.locator(".page").innerText()).doesNotContain("0912345678", "0912 345 678");
    keepsItsPromises("class-consent");
    onwards();
    awaitTitle("Đã giữ chỗ cho bác");
    assertThat(page.locator(".ticket .code").innerText()).matches("LH-[0-9]{4}");
    keepsItsPromises("class-slip");
    assertThat(page.locator(".foot-back").count()).isZero();
    onwards();
    JsonNode list = leader.get("/api/v1/classes/" + session + "/enrolments").get("enrolments");
    assertThat(list.size()).isEqualTo(1);
    assertThat(list.get(0).get("phone").asString()).isEqualTo("0912345678");
    assertThat(list.get(0).get("name").asString()).isEqualTo("Mẫu");
    open("Lớp Bình dân học vụ số");
    PlaywrightAssertions.assertThat(row).containsText("hết chỗ");
    row.tap();
    awaitTitle("Nhận biết lừa đảo qua điện thoại");
    assertThat(page.locator(".foot-onwards").count()).isZero();
  }

  @Test
  @Timeout(120)
  void shouldTeachAndShowTeamsWhileTheEngineIsAway() {
    schedule("Dùng VNeID", 20);
    open("Hướng dẫn từng bước");
    page.locator("[data-guide]").first().waitFor();
    page.locator(".foot-home").tap();
    open("Lớp Bình dân học vụ số");
    page.locator(".class-choice", new Page.LocatorOptions().setHasText("Dùng VNeID")).waitFor();
    page.locator(".foot-home").tap();
    open("Tổ công nghệ số của thôn tôi");
    page.locator("[data-hamlet=van-la]").tap();
    page.locator("[data-team=T10]").waitFor();
    page.locator(".foot-home").tap();
    network.cut();
    open("Hướng dẫn từng bước");
    page.locator("[data-guide=tro-cap-xa-hoi]").tap();
    onwards();
    awaitTitle(titles("tro-cap-xa-hoi").getFirst());
    page.locator(".foot-home").tap();
    open("Tổ công nghệ số của thôn tôi");
    page.locator("[data-hamlet=van-la]").tap();
    page.locator("[data-team=T10]").tap();
    awaitTitle("Tổ 10");
    page.locator(".foot-home").tap();
    open("Lớp Bình dân học vụ số");
    page.locator(".class-choice", new Page.LocatorOptions().setHasText("Dùng VNeID")).tap();
    awaitTitle("Dùng VNeID");
    awaitEngine(false);
    onwards();
    awaitTitle("Máy chủ đang nghỉ một lát");
    keepsItsPromises("away");
  }
}
