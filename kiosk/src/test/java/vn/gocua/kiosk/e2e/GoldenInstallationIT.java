package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import vn.gocua.kiosk.testing.Authenticator;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.access.SessionInfo;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.RecountInfo;
import vn.gocua.protocol.checkin.CheckInEndpoints;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.help.ContactInfo;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.OwnTicket;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.Program;
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
  private static Browser browser;

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
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    engine.close();
  }

  private static Leader leader() {
    return Leader.signIn(engine.api(), SECRETS.get("password").asString());
  }

  private static Caller phone(String team) {
    return Caller.with(SECRETS.get("phones").get(team).asString());
  }

  @Test
  void shouldCountWhatItCounted() {
    RecountInfo recount = leader().recount();
    assertThat(recount.equal()).isTrue();
    assertThat(recount.journal().checkIns())
        .isGreaterThanOrEqualTo(SECRETS.get("recount").get("checkIns").asLong());
    assertThat(engine.api().call(phone("T01"), CheckInEndpoints.LATEST).checkIns()).hasSize(13);
    assertThat(leader().standing("T10").checkIns()).isEqualTo(5);
  }

  @Test
  void shouldKeepItsAccountsAndTheirAuthenticators() {
    JsonNode account = SECRETS.get("canbo");
    String password = account.get("password").asString();
    assertThatThrownBy(() -> signIn(new Credentials("canbo-mau", password)))
        .isInstanceOfSatisfying(
            ApiRefusal.class, refusal -> assertThat(refusal.status()).isEqualTo(401));
    String code = new Authenticator(account.get("totpSecret").asString()).code(0);
    SessionInfo session = signIn(new Credentials("canbo-mau", password, code, null));
    assertThat(session.role()).isEqualTo("leader");
  }

  private static SessionInfo signIn(Credentials credentials) {
    return engine.api().send(Caller.ANYBODY, AccessEndpoints.SIGN_IN, credentials);
  }

  @Test
  void shouldStillOpenItsVault() {
    String claimed = SECRETS.get("tickets").get(0).get("code").asString();
    ContactInfo contact = engine.api().call(phone("T01"), HelpEndpoints.CONTACT, claimed);
    assertThat(contact.name()).isEqualTo("Bác Mẫu Thử Nghiệm");
    assertThat(contact.phone()).isEqualTo("0912345001");
  }

  @Test
  void shouldKnowItsTicketsAndLinks() {
    JsonNode ticket = SECRETS.get("tickets").get(3);
    String code = ticket.get("code").asString();
    OwnTicket own = new OwnTicket(code, ticket.get("secret").asString());
    assertThat(engine.api().send(Caller.ANYBODY, HelpEndpoints.OWN_TICKET, own).code())
        .isEqualTo(code);
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
    try (KioskProcess kiosk = KioskProcess.start(folder, engine.url())) {
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
    Page page = browser.page(new NewContextOptions().setHasTouch(true).setIsMobile(true));
    page.navigate(engine.url("/manifest.webmanifest").toString());
    page.evaluate(IMPORT, GOLDEN.phoneStore());
    page.navigate(engine.url("/").toString());
    Awaitility.await()
        .untilAsserted(() -> {
          BoardMessage.Standing team = leader().standing("T03");
          assertThat(team.checkIns()).isEqualTo(3);
          assertThat(team.residents()).isEqualTo(6);
        });
    assertThat(leader().recount().equal()).isTrue();
  }
}
