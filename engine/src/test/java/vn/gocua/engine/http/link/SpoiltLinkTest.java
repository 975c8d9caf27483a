package vn.gocua.engine.http.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Words;
import vn.gocua.testkit.SettableClock;

/** What the engine answers to a link that a chat app has spoilt, byte for byte over the wire. */
class SpoiltLinkTest {
  private static final String BROWSER =
      "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n";
  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at("2025-08-22T09:30:00+07:00"));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  /** Asks as a person's browser does; the address need not be one. */
  private static String open(String address) throws IOException {
    return raw(address, BROWSER);
  }

  private static String raw(String address, String headers) throws IOException {
    String request =
        "GET " + address + " HTTP/1.1\r\nHost: x\r\n" + headers + "Connection: close\r\n\r\n";
    try (Socket socket = new Socket(engine.url().getHost(), engine.url().getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String firstGuide() {
    return engine.anybody().get("/api/v1/guides").json().at("/guides/0/slug").asString();
  }

  static java.util.stream.Stream<String> endings() {
    return SharedLinksTest.endings();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void shouldLeadToTheGuideThatWasMeant(String ending) throws IOException {
    String guide = "/g/" + firstGuide();
    assertThat(open(guide + ending))
        .startsWith("HTTP/1.1 302 ")
        .containsIgnoringCase("\r\nlocation: " + guide + "\r\n")
        .contains("nosniff");
    assertThat(open(guide)).startsWith("HTTP/1.1 200 ").contains("<section id=\"b1\">");
  }

  /** At every letter of every guide, with words behind it, and with its end lost. */
  @Test
  void shouldLeadToAGuideWhoseNameWasBroken() throws IOException {
    for (JsonNode guide : engine.anybody().get("/api/v1/guides").json().at("/guides")) {
      String name = guide.at("/slug").asString();
      String whole = "\r\nlocation: /g/" + name + "\r\n";
      for (int i = 1; i < name.length(); i++) {
        for (String end : List.of("", "%20xem%20nhe")) {
          String broken = "/g/" + name.substring(0, i) + "%0D%0A" + name.substring(i) + end;
          assertThat(open(broken)).as(broken).containsIgnoringCase(whole);
        }
      }
      String cut = name.substring(0, name.length() - 1);
      assertThat(open("/g/" + cut)).as(cut).startsWith("HTTP/1.1 302 ").containsIgnoringCase(whole);
      String rest = name.substring(2);
      assertThat(open("/g/" + rest)).as(rest).containsIgnoringCase(whole);
    }
  }

  @Test
  void shouldTakeAGuidesNameInCapitals() throws IOException {
    assertThat(open("/g/" + firstGuide().toUpperCase(java.util.Locale.ROOT)))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void shouldKeepAllOfATicketBehindTheHash() throws IOException {
    assertThat(open("/t,")).startsWith("HTTP/1.1 302 ").contains("\r\nlocation: /t\r\n");
    assertThat(open("/t")).startsWith("HTTP/1.1 200 ");
    assertThat(open("/t/ticket.js")).startsWith("HTTP/1.1 200 ");
  }

  /** Whoever has opened it gets a sentence and a way on, never an empty page or JSON. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/d/cut-short",
        "/d/",
        "/g/",
        "/d/aaaaaaaaaaaaaaaaaaaaaa",
        "/x%E1%BB",
        "/x%zz",
        "/x%",
        "/i18n/%",
        "/i18n/xx.json%E1",
        "/t/%zz/x",
        "/g/khong-co-bai-nay",
        "/?x=%zz",
        "/t?x=%"
      })
  void shouldSayInAPageWhatIsWrongWithALink(String address) throws IOException {
    String answer = open(address);
    assertThat(answer).startsWith("HTTP/1.1 4").contains("text/html; charset=utf-8", "nosniff");
    String page = answer.substring(answer.indexOf("\r\n\r\n"));
    assertThat(page).contains("<html lang=\"vi\">", "Có thể đường dẫn đã bị cắt bớt", "href=\"/");
    Words.assertVietnamese(page.replaceAll("<[^>]*>", " "));
  }

  @Test
  void shouldOfferAllGuidesForOneThatIsNotThere() throws IOException {
    assertThat(open("/g/khong-co-bai-nay"))
        .startsWith("HTTP/1.1 404 ")
        .contains("<a href=\"/g/" + firstGuide() + "\">", "default-src 'none'");
  }

  /** Programs and the app's own scripts ask for no page. */
  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/d/cut-short", "/x%zz", "/i18n/%", "/g/khong-co-bai-nay"})
  void shouldSayItToProgramsAsAProblem(String address) throws IOException {
    assertThat(raw(address, "Accept: */*\r\n"))
        .startsWith("HTTP/1.1 4")
        .contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/%", "/api/v1/board%zz", "/api/v1/nothing", "/api/v1/guides/x."})
  void shouldNeverAnswerForTheApiWithAPage(String address) throws IOException {
    assertThat(open(address)).startsWith("HTTP/1.1 4").contains("application/problem+json");
  }

  @Test
  void shouldSayItInTheLanguageOfTheBrowser() throws IOException {
    String answer = raw("/nothing", BROWSER + "Accept-Language: en\r\n");
    assertThat(answer).contains("<html lang=\"en\">", "The link may have been cut short");
  }

  @Test
  void shouldWriteNothingOfAnAddressIntoThePage() {
    Answer answer =
        engine.anybody().with("accept", "text/html").get("/%3Cscript%3Ealert(1)%3C/script%3E");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("alert");
  }
}
