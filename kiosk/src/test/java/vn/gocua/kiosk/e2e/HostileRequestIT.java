package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.kiosk.testing.RawHttp;
import vn.gocua.testkit.KioskProcess;

/**
 * Requests that are no proper HTTP, over the wire to the kiosk's server: 400, the connection ends,
 * what was hidden in them is not answered, and no stack trace is logged.
 */
class HostileRequestIT {
  private static final String SMUGGLED = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String CHUNKED =
      "POST /kiosk/scan HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

  @TempDir private static Path folder;
  private static KioskProcess kiosk;

  @BeforeAll
  static void start() {
    kiosk = KioskProcess.start(folder, URI.create("http://127.0.0.1:1"));
  }

  @AfterAll
  static void stop() throws IOException {
    String log = Files.readString(folder.resolve("data/logs/kiosk.log"));
    assertThat(log + kiosk.program().output()).doesNotContain("\tat ", "ERROR", "BadMessage");
    kiosk.close();
  }

  private static void shouldBeRefused(String request) throws IOException {
    String answer = RawHttp.send(kiosk.port(), request + SMUGGLED);
    assertThat(answer).startsWith("HTTP/1.1 400 ");
    assertThat(answer.substring(5))
        .as("one answer, and nothing of the inside")
        .doesNotContain("HTTP/1.1", "\"up\"")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContainIgnoringCase("exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FFFFFFFFFFFFFFFF5",
        "00000000000000000005",
        "+5",
        "-5",
        " 5",
        "5 ",
        "0x5",
        "5g",
        "5;\u0001",
        "5\n",
        ""
      })
  void shouldRefuseAChunkSizeThatIsNone(String size) throws IOException {
    shouldBeRefused(CHUNKED + size + "\r\nhello\r\n0\r\n\r\n");
  }

  /** Some counter would overflow; who waits for what such a chunk announces waits in vain. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "80000000",
        "FFFFFFFF",
        "ffffffff",
        "100000005",
        "000000005",
        "FFFFFFFFF",
        "100000000000005",
        "7FFFFFFFFFFFFFF",
        "FFFFFFFFFFFFFFF",
        "7FFFFFFFFFFFFFFF",
        "8000000000000005",
        "FFFFFFFFFFFFFFFB",
        "10000000000000005",
        "80000000;a=b",
        "FFFFFFFFF;a=\"b;c\""
      })
  void shouldRefuseAtOnceAChunkSizeThatOverflows(String size) throws IOException {
    String five = "5;a=1\r\nhello\r\n";
    for (String before : List.of("", five, five + five)) {
      long begun = System.nanoTime();
      shouldBeRefused(CHUNKED + before + size + "\r\nhello\r\n0\r\n\r\n");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5\r\nhello\r\n0\r\n\r\n",
        "00000005\r\nhello\r\n0\r\n\r\n",
        "1\r\nh\r\n4;a=\"FFFFFFFFFFFF\"\r\nello\r\n00000000\r\n\r\n",
        "5\r\nhello\r\n0\r\nX-A: FFFFFFFFFFFFFFFF\r\n\r\n",
        "1c\r\nFFFFFFFFFFFFFFFF\r\n80000000\r\n\r\n0\r\n\r\n"
      })
  void shouldTakeChunksHoweverTheyComeInPieces(String body) throws IOException {
    String whole = CHUNKED + body;
    int head = CHUNKED.length();
    String next = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    for (int cut : List.of(head, head + 1, whole.length() - 3, whole.length())) {
      String answer =
          RawHttp.send(kiosk.port(), whole.substring(0, cut), whole.substring(cut) + next);
      assertThat(answer).as("the next request is read").endsWith("{\"status\":\"up\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5\r\nhello!\r\n0\r\n\r\n", "5\r\nhello\n0\r\n\r\n", "5\nhello\r\n0\r\n\r\n"})
  void shouldRefuseChunksThatDoNotEndAsTheyShould(String body) throws IOException {
    shouldBeRefused(CHUNKED + body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: x\r\nHost: y",
        "Host: x\r\nHost: x",
        "Host:",
        "Host: x y",
        "Host: x:a",
        "X: y",
        "Host: x\nX: y",
        "Host : x",
        "Host: x\r\n folded: y",
        "Host: x\r\nX: a\u0000b",
        "Host: x\r\nContent-Length: 5, 5",
        "Host: x\r\nContent-Length: +5",
        "Host: x\r\nContent-Length: 5\r\nContent-Length: 5",
        "Host: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5",
        "Host: x\r\nTransfer-Encoding: chunked, chunked",
        "Host: x\r\nTransfer-Encoding: gzip"
      })
  void shouldRefuseAHeadThatAnotherCouldReadOtherwise(String fields) throws IOException {
    shouldBeRefused("POST /kiosk/scan HTTP/1.1\r\n" + fields + "\r\n\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://y/",
        "http://a@x/",
        "x",
        "/\u0000",
        "/\u00e9",
        "/a b",
        "/%ff",
        "/%c0%af",
        "/%00",
        "/%2",
        "/a%2fb",
        "/..;/a"
      })
  void shouldRefuseAnAddressThatIsNone(String address) throws IOException {
    assertThat(
            RawHttp.send(
                kiosk.port(),
                "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ");
  }

  private static Stream<String> forms() {
    List<String> types =
        List.of(
            "multipart/form-data; boundary=b",
            "multipart/form-data",
            "multipart/form-data; boundary=\"",
            "multipart/mixed; boundary=b",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=nowhere");
    List<String> bodies =
        List.of(
            "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b--\r\n",
            "--b",
            "a=%",
            "");
    return types.stream()
        .flatMap(type ->
            bodies.stream()
                .map(body ->
                    "Host: x\r\nConnection: close\r\nContent-Type: "
                        + type
                        + "\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void shouldRefuseAFormWhereNoneBelongs(String form) throws IOException {
    for (String method : List.of("GET", "HEAD", "DELETE", "OPTIONS")) {
      for (String path : List.of("/", "/leader", "/kiosk", "/health/live", "/gocua/wall.css")) {
        assertThat(RawHttp.send(kiosk.port(), method + " " + path + " HTTP/1.1\r\n" + form))
            .as("%s %s", method, path)
            .startsWith("HTTP/1.1 400 ");
      }
    }
  }

  /** Some are no form that any page here sends; whatever is said, nothing stumbles. */
  @ParameterizedTest
  @MethodSource("forms")
  void shouldNotStumbleOverAFormInABody(String form) throws IOException {
    for (String path : List.of("/", "/leader", "/leader/session", "/kiosk", "/kiosk/scan")) {
      assertThat(RawHttp.status(kiosk.port(), "POST " + path + " HTTP/1.1\r\n" + form))
          .as(path)
          .matches("HTTP/1\\.1 [2-4].*");
    }
  }
}
