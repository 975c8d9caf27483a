package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.Network;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.Program;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.PhonePage;

/**
 * The app opens without a network from the first visit on, and a new version takes nothing away.
 */
class PhoneOfflineIT {
  private static final Path TARGET = Path.of("..", "engine", "target");

  @TempDir private static Path folder;
  private static Program engine;
  private static int port;
  private static Network network;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    Files.copy(TARGET.resolve("gocua-engine.jar"), folder.resolve("gocua-engine.jar"));
    Files.createSymbolicLink(folder.resolve("lib"), TARGET.resolve("lib").toRealPath());
    port = Ports.free();
    engine = startEngine();
    network = Network.to(port);
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    network.close();
    engine.close();
  }

  @BeforeEach
  void mend() {
    network.mend();
  }

  @AfterEach
  void putAway() {
    browser.closePages();
  }

  @Test
  void shouldOpenWithoutANetworkFromTheFirstVisitOn() {
    PhonePage phone = phone("T01");
    network.cut();
    phone.page().reload();
    phone.page().waitForSelector("#entry");
    phone.choose("apps").record();
    phone.page().waitForSelector(".today[data-live=no]");
    Browser.screenshot(phone.page(), "phone-offline");
    PhonePage tomorrow = phone.anotherTab(network.url());
    phone.page().close();
    tomorrow.page().waitForSelector("#entry");
    assertThat(PhonePage.is(tomorrow.items().getFirst(), "waiting")).isTrue();
    network.mend();
    tomorrow.awaitAllSent();
  }

  @Test
  @Tag("all")
  void shouldTakeACheckInAfterAColdStartOfflineOnAPhoneFourTimesAsSlow() {
    PhonePage phone = phone("T02");
    network.cut();
    phone.page().close();
    Page page = phone.page().context().newPage();
    CDPSession devtools = page.context().newCDPSession(page);
    JsonObject rate = new JsonObject();
    rate.addProperty("rate", 4);
    devtools.send("Emulation.setCPUThrottlingRate", rate);
    page.navigate(
        network.url().toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.tap("label[data-activity=apps]");
    page.tap("#entry .go");
    page.waitForSelector("[data-undo]");
    // How long it takes is measured by «./gocua bench --only phone».
  }

  @Test
  void shouldWeighLittleAtFirstAndNothingOnceKept() {
    PhonePage phone = PhonePage.blank(browser);
    AtomicLong bytes = new AtomicLong();
    CDPSession devtools = phone.page().context().newCDPSession(phone.page());
    devtools.send("Network.enable");
    devtools.on(
        "Network.loadingFinished",
        event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
    phone.open(network.url());
    phone.page().waitForSelector(".enrol");
    phone.awaitKept();
    System.out.printf("first load: %d bytes with headers%n", bytes.get());
    assertThat(bytes.get()).isBetween(20_000L, 100_000L);
    bytes.set(0);
    phone.page().reload();
    phone.page().waitForSelector(".enrol");
    assertThat(bytes.get()).isZero();
  }

  @Test
  void shouldUpdateWithoutLosingTheFormInHandOrTheQueue() throws IOException {
    PhonePage phone = phone("T03");
    PhonePage tab = phone.anotherTab(network.url());
    tab.page().waitForSelector("#entry");
    engine.kill();
    phone.choose("apps").record();
    phone.choose("commerce").people(6);
    changeTheApp();
    engine = startEngine();
    phone.page().evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())");
    phone.page().waitForSelector(".band.news >> text=Có bản mới.");
    phone.page().evaluate("window.beforeTheUpdate = true");
    phone.page().tap(".band.news button");
    phone.page().waitForFunction("() => !window.beforeTheUpdate");
    phone.page().waitForSelector("#entry");
    assertThat(phone.page().inputValue("[data-field=residents]")).isEqualTo("6");
    assertThat(phone.page().isChecked("[value=commerce]")).isTrue();
    assertThat((String) phone.page().evaluate("fetch('/js/device.js').then(r => r.text())"))
        .endsWith("// changed\n");
    tab.page().waitForSelector("#entry");
    assertThat((String) tab.page().evaluate("fetch('/js/device.js').then(r => r.text())"))
        .as("old tabs and new tabs agree")
        .endsWith("// changed\n");
    phone.awaitAllSent();
    assertThat(phone.journal()).hasSize(1);
  }

  @Test
  void shouldSendWithTheAppClosedWhenTheBrowserSaysThatTheNetworkIsBack() {
    PhonePage phone = phone("T04");
    network.cut();
    phone.choose("apps").record().undoIsOver();
    phone.page().waitForSelector(".status >> text=1 lượt chờ gửi");
    String id = phone.items().getFirst().get("id").asString();
    CDPSession devtools = phone.page().context().newCDPSession(phone.page());
    List<String> registrations = new ArrayList<>();
    devtools.on(
        "ServiceWorker.workerRegistrationUpdated",
        event ->
            event
                .get("registrations")
                .getAsJsonArray()
                .forEach(one ->
                    registrations.add(one.getAsJsonObject().get("registrationId").getAsString())));
    devtools.send("ServiceWorker.enable");
    phone.page().waitForCondition(() -> !registrations.isEmpty());
    // A page of the same origin without the app: only the worker can send now.
    phone.page().navigate(network.url() + "/manifest.webmanifest");
    network.mend();
    JsonObject sync = new JsonObject();
    sync.addProperty("origin", network.url().toString());
    sync.addProperty("registrationId", registrations.getFirst());
    sync.addProperty("tag", "send");
    sync.addProperty("lastChance", false);
    devtools.send("ServiceWorker.dispatchSyncEvent", sync);
    phone.awaitAllSent();
    assertThat(PhonePage.ids(phone.journal())).containsExactly(id);
  }

  /** The next version: one comment more, in one file of the jar. */
  private static void changeTheApp() throws IOException {
    try (FileSystem jar = FileSystems.newFileSystem(folder.resolve("gocua-engine.jar"))) {
      Path file = jar.getPath("/web/js/device.js");
      Files.writeString(file, Files.readString(file) + "// changed\n", StandardCharsets.UTF_8);
    }
  }

  private static Program startEngine() {
    Map<String, String> environment =
        Map.of(
            "GOCUA_ENGINE_PORT", String.valueOf(port),
            "GOCUA_CONFIG", Path.of("..", "config").toAbsolutePath().normalize().toString(),
            "GOCUA_DATA", folder.resolve("data").toString(),
            "GOCUA_LEADER_PASSWORD", EngineProcess.PASSWORD);
    Program engine = Program.start(folder.resolve("gocua-engine.jar"), folder, environment);
    engine.awaitOk(
        URI.create("http://127.0.0.1:" + port + "/health/ready"), Duration.ofSeconds(60));
    return engine;
  }

  /** A phone that has visited once. */
  private static PhonePage phone(String team) {
    String code =
        Leader.signIn(EngineProcess.api(URI.create("http://127.0.0.1:" + port))).code(team, 1);
    PhonePage phone =
        PhonePage.enrolledWithClock(browser, URI.create(network.url() + "/#code=" + code));
    phone.awaitKept();
    phone.page().waitForSelector(".today[data-live=yes]");
    return phone;
  }
}
