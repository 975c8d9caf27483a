package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.testkit.KioskProcess;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.Program;

/** Whatever is sent to the kiosk's server, it fails at nothing and shows nothing of its inside. */
class KioskGarbageIT {
  private static final int REQUESTS = Integer.getInteger("gocua.fuzz.requests", 1_500);
  private static final int FEW = 400;
  private static final long SEED = Long.getLong("gocua.fuzz.seed", 12);
  private static final int PATIENCE_MS = 10_000;
  private static final String CONTACT = "mailto:bao-mat@gocua.invalid";

  private static final String[] PATHS = {
    "/",
    "/wall",
    "/kiosk",
    "/kiosk/scan",
    "/leader",
    "/leader/sign-in",
    "/leader/sign-in?error=%00&wait=x&next=//evil.invalid",
    "/leader/session",
    "/leader/teams/T01",
    "/leader/live",
    "/health/live",
    "/health/ready",
    "/.well-known/security.txt",
    "/gocua/wall.css",
    "/gocua/desk-charts.js",
    "/VAADIN/nowhere.js",
    "/VAADIN/build/",
    "/VAADIN/push",
    "/VAADIN/dynamic/resource/0/x/y",
    "/VAADIN/dynamic/resource/zz/%00/../y",
    "/vaadinServlet/",
    "/?v-r=init&location=%00&query=%FF",
    "/?v-r=uidl&v-uiId=0",
    "/?v-r=uidl&v-uiId=nonsense",
    "/?v-r=heartbeat&v-uiId=-1",
    "/?v-r=push&v-uiId=0",
    "/?v-r=push&v-uiId=x&X-Atmosphere-Transport=nonsense",
    "/?v-r=webcomponent-bootstrap&url=http://evil.invalid",
    "/?v-r=nonsense",
    "/?debug_window",
    "/sw.js",
    "/manifest.webmanifest",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/WEB-INF/web.xml",
    "/META-INF/MANIFEST.MF",
    "/a%00b",
    "/%FF%FE",
    "/%",
    "/%zz",
    "//",
    "/;jsessionid=x",
    "/a;b=c/..;/d",
    "/\u1ea1",
    "/" + "x".repeat(3_000),
    "/?" + "a=b&".repeat(1_200),
    "*",
    "http://evil.invalid/x"
  };

  private static final String[] METHODS = {
    "GET",
    "GET",
    "GET",
    "POST",
    "POST",
    "HEAD",
    "PUT",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "PATCH",
    "PROPFIND",
    "get"
  };

  private static final String[] HEADERS = {
    "X: y",
    "Content-Type: application/json",
    "Content-Type: application/x-www-form-urlencoded",
    "Content-Type: application/x-www-form-urlencoded; charset=nonsense",
    "Content-Type: multipart/form-data",
    "Content-Type: multipart/form-data; boundary=b",
    "Content-Type: ;;",
    "Content-Encoding: gzip",
    "Cookie: JSESSIONID=../../x",
    "Cookie: =;;;,\"",
    "Cookie: a=" + "b".repeat(4_000),
    "Accept-Language: zz-ZZ;q=x,*",
    "Accept: nonsense/;q",
    "Range: bytes=9-1",
    "Range: bytes=99999999999999999999-",
    "If-Modified-Since: yesterday",
    "If-None-Match: W/\"",
    "Origin: https://evil.invalid",
    "Referer: \u0001",
    "X-Forwarded-For: nonsense, ::1%eth0",
    "X-Forwarded-Proto: gopher",
    "Forwarded: for=;;;",
    "Upgrade: websocket\r\nConnection: Upgrade",
    String.join(
        "\r\n",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: x",
        "Sec-WebSocket-Version: 99"),
    "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: x",
    "Expect: nonsense",
    "X-Long: " + "y".repeat(5_000)
  };

  private static final String[] BODIES = {
    "",
    "{}",
    "[",
    "null",
    "{\"csrfToken\":\"x\",\"rpc\":[{\"type\":\"event\",\"node\":-1}],\"syncId\":\"x\",\"clientId\":1e400}",
    "{\"csrfToken\":null,\"rpc\":{},\"syncId\":0,\"clientId\":0}",
    "[".repeat(3_000),
    "username=leader&password=%zz&mark=%FF%00",
    "a=b&".repeat(1_500),
    "--b\r\nContent-Disposition: form-data; name=\"mark\"; filename=\"../x\"\r\n\r\nx\r\n--b--\r\n",
    "--b\r\nnonsense",
    "\u0000\u0001\u0002",
    "x".repeat(300_000)
  };

  @TempDir private static Path folder;
  private static int port;
  private static Program kiosk;

  @BeforeAll
  static void start() {
    port = Ports.free();
    Map<String, String> environment =
        KioskProcess.environment(folder, URI.create("http://127.0.0.1:1"), port);
    environment.put("GOCUA_SECURITY_CONTACT", CONTACT);
    kiosk = KioskProcess.run(folder, environment);
    kiosk.awaitOk(url("/health/live"), java.time.Duration.ofSeconds(60));
  }

  @AfterAll
  static void stop() {
    kiosk.close();
  }

  private static URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  @Test
  void shouldFailAtNothingThatIsSent() throws IOException {
    send(new Random(SEED), FEW);
  }

  @Test
  @Tag("all")
  void shouldFailAtNothingHoweverMuchIsSent() throws IOException {
    send(new Random(SEED + 1), REQUESTS);
  }

  private static void send(Random random, int requests) throws IOException {
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      String request = request(random);
      String status = status(request);
      if (!status.matches("HTTP/1\\.1 ([1234]\\d\\d|503)( .*)?")) {
        failures.add(status + " ← " + request.substring(0, Math.min(300, request.length())));
      }
    }
    assertThat(failures).isEmpty();
    assertThat(status("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
    assertThat(kiosk.output()).doesNotContainPattern("\n\\s+at [a-z]+\\.");
    assertThat(Files.readString(folder.resolve("data/logs/kiosk.log")))
        .doesNotContainPattern("\n\\s+at [a-z]+\\.");
  }

  private static String request(Random random) {
    StringBuilder head = new StringBuilder();
    head.append(METHODS[random.nextInt(METHODS.length)])
        .append(' ')
        .append(PATHS[random.nextInt(PATHS.length)])
        .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    for (int more = random.nextInt(3); more > 0; more--) {
      head.append(HEADERS[random.nextInt(HEADERS.length)]).append("\r\n");
    }
    String body = random.nextInt(3) > 0 ? BODIES[random.nextInt(BODIES.length)] : "";
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return head + "Content-Length: " + length + "\r\n\r\n" + body;
  }

  /** An answer's first line; some answers go on for ever. */
  private static String status(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
      } catch (IOException _) {
        // It may have refused before it heard everything.
      }
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      return String.valueOf(answer.readLine());
    } catch (SocketTimeoutException _) {
      return "no answer";
    }
  }

  @Test
  void shouldNameTheContactForReportsOfHoles() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(url("/.well-known/security.txt")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWithIgnoringCase("text/plain");
      assertThat(answer.body().lines())
          .contains("Contact: " + CONTACT, "Preferred-Languages: vi, en")
          .contains("Canonical: http://127.0.0.1:1/.well-known/security.txt");
      String expires =
          answer.body().lines().filter(l -> l.startsWith("Expires: ")).findFirst().orElseThrow();
      assertThat(Instant.parse(expires.substring(9))).isAfter(Instant.now().plusSeconds(86_400));
    }
  }
}
