package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.kiosk.testing.RawHttp;
import vn.gocua.testkit.KioskProcess;

/** Two kiosks' servers: one trusts the proxy on this machine, one trusts nobody. */
class BehindAProxyIT {
  private static final String HTTPS =
      "X-Forwarded-For: 198.51.100.9\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: x\r\n";
  private static final String SECRET = "A".repeat(43);

  @TempDir private static Path folder;
  private static KioskProcess trusting;
  private static KioskProcess alone;

  @BeforeAll
  static void start() {
    URI nowhere = URI.create("http://127.0.0.1:1");
    Map<String, String> proxies = Map.of("GOCUA_TRUSTED_PROXIES", "10.9.9.9, 127.0.0.0/8");
    trusting = KioskProcess.start(folder.resolve("trusting"), nowhere, proxies);
    alone = KioskProcess.start(folder.resolve("alone"), nowhere);
  }

  @AfterAll
  static void stop() {
    trusting.close();
    alone.close();
  }

  private static String get(KioskProcess kiosk, String path, String fields) throws IOException {
    return RawHttp.send(
        kiosk.port(),
        "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + fields + "\r\n");
  }

  private static String cookie(String answer, String name) {
    Matcher cookie =
        Pattern.compile("(?mi)^Set-Cookie: " + name + "=([^;]*)(;.*)$").matcher(answer);
    assertThat(cookie.find()).as(answer.lines().limit(20).toList().toString()).isTrue();
    return cookie.group(1) + cookie.group(2);
  }

  /** A page's first question brings back what came with the page, and begins a session. */
  private static String firstQuestion(String way) throws IOException {
    String door = way.isEmpty() ? "gocua-door" : "__Host-gocua-door";
    String held = cookie(get(trusting, "/", way), door).replaceFirst(";.*", "");
    return get(
        trusting, "/?v-r=init&location=&query=", way + "Cookie: " + door + "=" + held + "\r\n");
  }

  @Test
  void shouldGuardCookiesWhereTheOuterHopIsHttps() throws IOException {
    String answer = get(trusting, "/kiosk", HTTPS);
    String begun = firstQuestion(HTTPS);
    for (String name : new String[] {"__Host-JSESSIONID", "__Host-gocua-screen"}) {
      assertThat(cookie(name.contains("SESSION") ? begun : answer, name))
          .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
          .doesNotContain("Domain");
    }
    assertThat(answer).contains("Strict-Transport-Security: max-age=");
    assertThat(answer).doesNotContain("Set-Cookie: JSESSIONID", "Set-Cookie: gocua-screen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X-Forwarded-Proto: http\r\n", "Forwarded: proto=https\r\n"})
  void shouldClaimNoHttpsWhereThereIsNone(String fields) throws IOException {
    String answer = get(trusting, "/kiosk", fields);
    assertThat(cookie(answer, "gocua-screen")).doesNotContain("Secure");
    assertThat(answer).doesNotContain("__Host-", "Strict-Transport-Security");
  }

  @Test
  void shouldNotBelieveAStranger() throws IOException {
    String answer = get(alone, "/kiosk", HTTPS);
    assertThat(cookie(answer, "gocua-screen")).doesNotContain("Secure");
    assertThat(answer).doesNotContain("__Host-", "Strict-Transport-Security");
  }

  @Test
  void shouldKeepTheSecretOfAScreenThatWasPairedBefore() throws IOException {
    String answer = get(trusting, "/kiosk", HTTPS + "Cookie: gocua-screen=" + SECRET + "\r\n");
    assertThat(cookie(answer, "__Host-gocua-screen")).startsWith(SECRET);
    assertThat(cookie(answer, "gocua-screen")).startsWith(";").contains("01 Jan 1970");
    String back = get(alone, "/kiosk", "Cookie: __Host-gocua-screen=" + SECRET + "\r\n");
    assertThat(cookie(back, "gocua-screen")).startsWith(SECRET);
  }

  @Test
  void shouldRatherReadTheCookieThatNobodyCanPlant() throws IOException {
    String both = "Cookie: gocua-screen=" + "B".repeat(43) + "; __Host-gocua-screen=" + SECRET;
    assertThat(cookie(get(trusting, "/kiosk", HTTPS + both + "\r\n"), "__Host-gocua-screen"))
        .startsWith(SECRET);
  }

  @ParameterizedTest
  @CsvSource({"true,__Host-JSESSIONID", "false,JSESSIONID"})
  void shouldKnowASessionAgain(boolean https, String name) throws IOException {
    String way = https ? HTTPS : "";
    String session = cookie(firstQuestion(way), name).replaceFirst(";.*", "");
    String again = get(trusting, "/", way + "Cookie: " + name + "=" + session + "\r\n");
    assertThat(again).startsWith("HTTP/1.1 200").doesNotContain("JSESSIONID");
  }

  private static String upgrade(KioskProcess kiosk, String path, String fields) throws IOException {
    return RawHttp.status(
        kiosk.port(),
        "GET "
            + path
            + " HTTP/1.1\r\n"
            + "Host: gocua.example.vn:8443\r\n"
            + "Connection: Upgrade\r\n"
            + "Upgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + fields
            + "\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://gocua.example.vn:8443|101",
        "HTTPS://GOCUA.example.vn:8443|101",
        "https://gocua.example.vn|403",
        "https://gocua.example.vn:8444|403",
        "https://evil.example|403",
        "https://gocua.example.vn.evil.example:8443|403",
        "https://gocua.example.vn:8443@evil.example|403",
        "https://evil.example/gocua.example.vn:8443|403",
        "null|403",
        "nonsense|403",
        "file://|403"
      })
  void shouldOpenAWebSocketForOurOwnPagesOnly(String origin, String status) throws IOException {
    String live = upgrade(alone, "/leader/live?page=x", "Origin: " + origin + "\r\n");
    assertThat(live).endsWith(status);
    String push = upgrade(alone, "/VAADIN/push?v-r=push", "Origin: " + origin + "\r\n");
    assertThat(push.endsWith("403")).as(push).isEqualTo(status.equals("403"));
  }

  @Test
  void shouldOpenAWebSocketForProgramsThatAreNoBrowser() throws IOException {
    assertThat(upgrade(alone, "/leader/live?page=x", "")).endsWith("101");
  }

  @Test
  void shouldTakeTheHostFromATrustedProxyOnly() throws IOException {
    String fields = "Origin: https://hall.example.vn\r\nX-Forwarded-Host: hall.example.vn\r\n";
    assertThat(upgrade(trusting, "/leader/live?page=x", fields)).endsWith("101");
    assertThat(upgrade(alone, "/leader/live?page=x", fields)).endsWith("403");
  }

  @Test
  void shouldTakeNoPictureThatCameByWayOfAProxy() throws IOException {
    String scan = "POST /kiosk/scan HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n";
    assertThat(RawHttp.status(trusting.port(), scan + HTTPS + "\r\nx")).endsWith("403");
    assertThat(RawHttp.status(alone.port(), scan + HTTPS + "\r\nx")).endsWith("403");
    assertThat(RawHttp.status(alone.port(), scan + "\r\nx")).endsWith("400");
  }
}
