package vn.gocua.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/**
 * Requests that are no proper HTTP, over the wire: 400, the connection ends, what was hidden in
 * them is not answered, and the log stays quiet.
 */
class HostileRequestTest {
  private static final String SMUGGLED = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String CHUNKED =
      "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

  private static RunningEngine engine;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at("2025-08-22T09:30:00+07:00"));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @BeforeEach
  void listen() {
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void nothingIsLogged() {
    root().detachAppender(log);
    assertThat(log.list)
        .filteredOn(e -> e.getLevel().isGreaterOrEqual(Level.WARN) || e.getThrowableProxy() != null)
        .isEmpty();
  }

  /** Sends bytes as they are, and reads until the engine closes. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(engine.url().getHost(), engine.url().getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void shouldBeRefused(String request) throws IOException {
    String answer = raw(request + SMUGGLED);
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "nosniff");
    assertThat(answer.substring(5)).as("one answer").doesNotContain("HTTP/1.1", "\"live\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100000005",
        "FFFFFFFF",
        "00000000000000005",
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

  @ParameterizedTest
  @ValueSource(
      strings = {"5\r\nhello!\r\n0\r\n\r\n", "5\r\nhello\n0\r\n\r\n", "0\r\nHost: y\r\n\r\n"})
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
        "Host: x\r\nTransfer-Encoding: chunked, chunked"
      })
  void shouldRefuseAHeadThatAnotherCouldReadOtherwise(String fields) throws IOException {
    shouldBeRefused("POST /api/v1/sessions HTTP/1.1\r\n" + fields + "\r\n\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://y/", "http://a@x/", "x", "*", "/a#b", "/\u0000", "/\u00e9", "/a b"})
  void shouldRefuseAnAddressThatIsNone(String address) throws IOException {
    shouldBeRefused("GET " + address + " HTTP/1.1\r\nHost: x\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%ff", "/%c0%af", "/%00", "/api/v1/board?a=%ed%a0%80", "/%2", "/%u0041"})
  void shouldRefuseEscapesThatAreNoText(String address) throws IOException {
    String answer = raw("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"bad-address\"");
  }

  @Test
  void shouldTakeAnAddressInFull() throws IOException {
    assertThat(raw("GET http://x/health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void shouldAnswerInTurn() throws IOException {
    String answer = raw(SMUGGLED + SMUGGLED + CHUNKED + "x\r\n");
    assertThat(answer.split("HTTP/1\\.1 ", -1))
        .satisfiesExactly(
            before -> assertThat(before).isEmpty(),
            one -> assertThat(one).startsWith("200 "),
            two -> assertThat(two).startsWith("200 "),
            three -> assertThat(three).startsWith("400 "));
  }

  /** What is not read would stand before the next request until the connection's time is up. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health/live",
        "GET /health/ready",
        "GET /",
        "GET /nothing",
        "POST /health/live",
        "GET /d/x",
        "GET /t",
        "GET /metrics",
        "GET /api/v1/board",
        "GET /api/v1/export/progress/12345678",
        "GET /api/v1/nothing",
        "POST /api/v1/sessions",
        "DELETE /api/v1/board"
      })
  void shouldGoOnAfterABodyThatNobodyWanted(String line) throws Exception {
    byte[] body = new byte[3 << 20];
    String head = line + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length + "\r\n\r\n";
    String next = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(engine.url().getHost(), engine.url().getPort())) {
      socket.setSoTimeout(20_000);
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                  socket.getOutputStream().write(body);
                  socket.getOutputStream().write(next.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException _) {
                  // The connection was ended with the answer.
                }
              });
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      writer.join();
      assertThat(answers).startsWith("HTTP/1.1 ");
      assertThat(answers.substring(5))
          .matches(rest -> rest.contains("HTTP/1.1 200 ") || rest.contains("connection: close"));
    }
  }

  private static Stream<String> forms() {
    List<String> types =
        List.of(
            "multipart/form-data; boundary=b",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"",
            "Multipart/Form-Data; boundary=b; charset=x",
            "multipart/mixed; boundary=b",
            "application/x-www-form-urlencoded",
            "APPLICATION/x-www-form-urlencoded; charset=nowhere");
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
      for (String path : List.of("/api/v1/board", "/api/v1/check-ins", "/api/v1/nothing", "/")) {
        assertThat(raw(method + " " + path + " HTTP/1.1\r\n" + form))
            .as("%s %s", method, path)
            .startsWith("HTTP/1.1 400 ");
      }
    }
  }

  /** Forms are not what these routes take; that is said in one of their own ways. */
  @ParameterizedTest
  @MethodSource("forms")
  void shouldNotStumbleOverAFormInABody(String form) throws IOException {
    for (String method : List.of("POST", "PUT", "PATCH")) {
      for (String path : List.of("/api/v1/sessions", "/api/v1/check-ins", "/api/v1/nothing", "/")) {
        assertThat(raw(method + " " + path + " HTTP/1.1\r\n" + form))
            .as("%s %s", method, path)
            .startsWith("HTTP/1.1 4");
      }
    }
  }
}
