package vn.gocua.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Words;
import vn.gocua.testkit.SettableClock;

/** What is not there, what is in every answer, and what language it speaks. */
class ProblemsTest {
  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at("2025-08-22T09:30:00+07:00"));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static Answer send(String method, String path) {
    return engine.anybody().send(method, path, BodyPublishers.noBody());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/nothing, 404 not-found",
    "GET, /api/v2/board, 404 not-found",
    "GET, /nothing.html, 404 not-found",
    "GET, /web/index.html, 404 not-found",
    "GET, /..%2f..%2fcampaign.yaml, 404 not-found",
    "GET, /%2e%2e/openapi.yaml, 404 not-found",
    "POST, /api/v1/nothing, 404 not-found",
    "DELETE, /api/v1/board, 405 method-not-allowed",
    "PUT, /api/v1/check-ins, 405 method-not-allowed",
    "POST, /api/v1/campaign, 405 method-not-allowed",
    "POST, /health/live, 405 method-not-allowed",
    "GET, /api/v1/sessions, 405 method-not-allowed",
    "GET, /api/v1/check-ins/01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41/void, 405 method-not-allowed",
    "GET, /api/v1/devices/01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41, 405 method-not-allowed"
  })
  void shouldSayInWordsWhatIsNotThere(String method, String path, String problem) {
    Answer answer = send(method, path);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    Words.assertVietnamese(answer.json().path("title").asString());
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /api/v1/board, GET",
    "PUT, /api/v1/check-ins, 'GET, POST'",
    "GET, /api/v1/check-ins/01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41/void, POST",
    "GET, /api/v1/devices/01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41, DELETE"
  })
  void shouldNameTheMethodsInUse(String method, String path, String allowed) {
    assertThat(send(method, path).header("allow")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x%", "/%zz", "/api/v1/%e", "/api/v1/check-ins?limit=%zz"})
  void shouldRefuseAnAddressThatCannotBeRead(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    assertThat(answer).contains("\"code\":\"bad-address\"", "nosniff");
  }

  /** Each is followed by a second request, which must not be answered. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: gzip",
        "Transfer-Encoding: gzip, chunked",
        "Content-Length: 5\r\nContent-Length: 6"
      })
  void shouldRefuseARequestWhoseEndIsInDoubt(String headers) throws IOException {
    String answer =
        raw(
            "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\n"
                + headers
                + "\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"bad-request\"");
    assertThat(answer).doesNotContain("HTTP/1.1 200", "\"live\"");
  }

  /** Sends bytes as they are, and reads until the engine closes. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(engine.url().getHost(), engine.url().getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|English",
        "en-GB, en;q=0.9, vi;q=0.1|English",
        "vi, en|Vietnamese",
        "vi-VN;q=0.8, en;q=0.7|Vietnamese",
        "fr|Vietnamese",
        "fr, en;q=0.5|English",
        "*|Vietnamese",
        "gibberish;;;q=x|Vietnamese"
      })
  void shouldSpeakTheLanguageThatIsAskedFor(String accepted, String language) {
    String title =
        engine
            .anybody()
            .with("accept-language", accepted)
            .get("/api/v1/nothing")
            .json()
            .path("title")
            .asString();
    if (language.equals("English")) {
      Words.assertEnglish(title);
    } else {
      Words.assertVietnamese(title);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/js/app.js", "/css/app.css"})
  void shouldSpareWhatOnlyPagesReadTheHeadersOfPages(String path) {
    Answer answer = send("GET", path);
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("referrer-policy")).isEmpty();
    assertThat(answer.header("content-security-policy")).isEmpty();
    assertThat(answer.header("permissions-policy")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sw.js", "/icons/icon.svg"})
  void shouldGuardWhateverABrowserOpensOrRuns(String path) {
    assertThat(send("GET", path).header("content-security-policy")).contains("default-src 'self'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/board", "/api/v1/nothing", "/api/v1/recount", "/metrics"})
  void shouldGuardWhateverItAnswers(String path) {
    Answer answer = send("GET", path);
    assertThat(answer.header("content-security-policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(answer.header("permissions-policy")).contains("geolocation=()");
    assertThat(answer.header("server")).isEmpty();
    assertThat(answer.header("access-control-allow-origin")).isEmpty();
    assertThat(answer.header("set-cookie")).isEmpty();
  }

  @Test
  void shouldServeThePhonesApp() {
    Answer page = send("GET", "/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("cache-control")).isEqualTo("no-cache");
    assertThat(page.body()).contains("<html", "lang=\"vi\"");
    Answer head = send("HEAD", "/");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("content-length")).isNotEmpty();
  }

  @Test
  void shouldSendAPageOnceWhileItHasNotChanged() {
    String tag = send("GET", "/").header("etag");
    assertThat(tag).isNotEmpty();
    assertThat(engine.anybody().with("if-none-match", tag).get("/").status()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/board", "/api/v1/campaign", "/health/ready", "/health/live"})
  void shouldAnswerWithJsonThatIsNotKept(String path) {
    Answer answer = send("GET", path);
    assertThat(answer.header("content-type")).isEqualTo("application/json; charset=utf-8");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
  }

  @Test
  void shouldSayWhichPartsAreFit() {
    Answer ready = send("GET", "/health/ready");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.json().path("status").asString()).isEqualTo("ready");
    assertThat(ready.json().path("parts")).isNotEmpty().allMatch(p -> p.asString().equals("ok"));
    assertThat(send("GET", "/health/live").json().path("status").asString()).isEqualTo("live");
  }
}
