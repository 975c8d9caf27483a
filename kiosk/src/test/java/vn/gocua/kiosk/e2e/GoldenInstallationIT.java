package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.Program;
import vn.gocua.testkit.page.JsonApi;
import vn.gocua.testkit.page.KioskPage;
import vn.gocua.testkit.page.Leader;

/** What version 0.1 left behind keeps working: data folder, sessions, phones, screens, tickets. */
class GoldenInstallationIT {
  private static final GoldenInstallation GOLDEN = GoldenInstallation.of("0.1");
  private static final JsonNode SECRETS = GOLDEN.secrets();

  /** Makes the phone's database as version 0.1 had it, before any page of the app opens it. */
  private static final String IMPORT =
      """
      async (text) => {
        const kept = JSON.parse(text);
        const database = await new Promise((resolve, reject) => {
          const request = indexedDB.open('gocua', kept.version);
          request.onupgradeneeded = () => {
            request.result.createObjectStore('items', { keyPath: 'id' }).createIndex('seq', 'seq');
            request.result.createObjectStore('settings');
          };
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const change = database.transaction(['items', 'settings'], 'readwrite');
        for (const [, item] of kept.items) change.objectStore('items').put(item);
        for (const [key, value] of kept.settings) change.objectStore('settings').put(value, key);
        await new Promise((resolve) => (change.oncomplete = resolve));
        database.close();
      }\
      """;

  @TempDir private static Path folder;
  private static EngineProcess engine;
  private static JsonApi anybody;

  @BeforeAll
  static void start() {
    GOLDEN.copyTo(folder);
    engine =
        EngineProcess.start(
            folder,
            Ports.free(),
            Map.of(
                "GOCUA_CONFIG",
                folder.resolve("config").toString(),
                "GOCUA_LEADER_PASSWORD",
                SECRETS.get("password").asString()));
    anybody = new JsonApi(engine.url());
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static Leader leader() {
    return Leader.signIn(engine.url(), SECRETS.get("password").asString());
  }

  private static JsonApi phone(String team) {
    return anybody.as(SECRETS.get("phones").get(team).asString());
  }

  @Test
  void shouldCountWhatItCounted() {
    JsonNode recount = leader().recount();
    assertThat(recount.get("equal").asBoolean()).isTrue();
    assertThat(recount.get("journal").get("checkIns").asInt())
        .isGreaterThanOrEqualTo(SECRETS.get("recount").get("checkIns").asInt());
    assertThat(phone("T01").get("/api/v1/check-ins").get("checkIns")).hasSize(13);
    assertThat(leader().standing("T10").get("checkIns").asInt()).isEqualTo(5);
  }

  @Test
  void shouldKeepItsAccountsAndTheirAuthenticators() {
    JsonNode account = SECRETS.get("canbo");
    String password = account.get("password").asString();
    assertThat(anybody.signIn("canbo-mau", password)).isEqualTo(401);
    String code = new Authenticator(account.get("totpSecret").asString()).code(0);
    JsonNode session =
        anybody.post(
            "/api/v1/sessions",
            Map.of("username", "canbo-mau", "password", password, "totp", code));
    assertThat(session.get("role").asString()).isEqualTo("leader");
  }

  @Test
  void shouldStillOpenItsVault() {
    String claimed = SECRETS.get("tickets").get(0).get("code").asString();
    JsonNode contact = phone("T01").get("/api/v1/help-requests/" + claimed + "/contact");
    assertThat(contact.toString()).contains("Bác Mẫu Thử Nghiệm", "0912345001");
  }

  @Test
  void shouldKnowItsTicketsAndLinks() {
    JsonNode ticket = SECRETS.get("tickets").get(3);
    JsonNode shown =
        anybody.post(
            "/api/v1/tickets",
            Map.of(
                "code", ticket.get("code").asString(), "secret", ticket.get("secret").asString()));
    assertThat(shown.get("code").asString()).isEqualTo(ticket.get("code").asString());
    JsonNode document = SECRETS.get("document");
    String link = URI.create(document.get("url").asString()).getPath();
    OffsetDateTime until = OffsetDateTime.parse(document.get("until").asString());
    assertThat(Program.answersOk(engine.url(link)))
        .as("handed out until %s", until)
        .isEqualTo(OffsetDateTime.now(ZoneOffset.UTC).isBefore(until));
  }

  @Test
  void shouldServeOnTheScreenThatWasPaired() {
    String cookie = SECRETS.get("screen").get("cookie").asString();
    try (KioskProcess kiosk = KioskProcess.start(folder, engine.url());
        Browser browser = new Browser()) {
      String kept =
          """
          {"cookies":[{"name":"gocua-screen","value":"%s","domain":"127.0.0.1","path":"/",\
          "expires":-1,"httpOnly":true,"secure":false,"sameSite":"Strict"}],"origins":[]}\
          """
              .formatted(cookie);
      KioskPage.open(browser, kiosk.url("/kiosk"), 1080, 1920, kept).awaitHome();
    }
  }

  @Test
  void shouldSendWhatWaitedOnThePhone() {
    try (Browser browser = new Browser()) {
      Page page = browser.page(new NewContextOptions().setHasTouch(true).setIsMobile(true));
      page.navigate(engine.url("/manifest.webmanifest").toString());
      page.evaluate(IMPORT, GOLDEN.phoneStore());
      page.navigate(engine.url("/").toString());
      Awaitility.await()
          .untilAsserted(() -> {
            JsonNode team = leader().standing("T03");
            assertThat(team.get("checkIns").asInt()).isEqualTo(3);
            assertThat(team.get("residents").asInt()).isEqualTo(6);
          });
      assertThat(leader().recount().get("equal").asBoolean()).isTrue();
    }
  }
}
