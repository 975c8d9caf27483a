package vn.gocua.engine.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Words;
import vn.gocua.testkit.SettableClock;

/** A request that is wrong as a whole is refused in words and changes nothing. */
class BadRequestTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";
  private static final String CHECK_INS = "/api/v1/check-ins";
  private static final int MEBIBYTE = 1024 * 1024;

  private static RunningEngine engine;
  private static Phone phone;
  private JsonNode before;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
    phone = engine.phone("T01");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void remember() {
    phone.send(Item.at(NOW)).expect(200);
    engine.assertRecountEqual();
    before = engine.anybody().board();
  }

  @AfterEach
  void shouldHaveChangedNothing() {
    engine.assertRecountEqual();
    assertThat(engine.anybody().board().path("totals")).isEqualTo(before.path("totals"));
  }

  static Stream<Arguments> requests() {
    String good = Item.at(NOW).json().toString();
    return Stream.of(
        Arguments.of("{", "400 not-json"),
        Arguments.of("", "400 not-json"),
        Arguments.of("tôi giúp hai bác", "400 not-json"),
        Arguments.of("[" + good + "]", "400 wrong-type"),
        Arguments.of("[]", "400 wrong-type"),
        Arguments.of("null", "400 wrong-type"),
        Arguments.of("[".repeat(900) + "]".repeat(900), "400 too-deep"),
        Arguments.of("{\"checkIns\":[],\"checkIns\":[" + good + "]}", "400 duplicate-field"),
        Arguments.of(
            "{\"checkIns\":[" + good.replace("{", "{\"residents\":1,") + "]}",
            "400 duplicate-field"),
        Arguments.of("{\"checkIns\":[" + good + "]} {}", "400 not-json"),
        Arguments.of("{\"checkIns\":[" + good + "]", "400 not-json"),
        Arguments.of("{\"checkIns\":[" + good + ",]}", "400 not-json"),
        Arguments.of("[".repeat(5000), "400 too-deep"),
        Arguments.of("{\"checkIns\":[" + good + "],\"surprise\":1}", "400 unknown-field"),
        Arguments.of("{\"checkIns\":[{\"half\\ud800\":1}]}", "400 not-json"),
        Arguments.of("{}", "400 missing-field"),
        Arguments.of("{\"checkIns\":null}", "400 wrong-type"),
        Arguments.of("{\"checkIns\":" + good + "}", "400 wrong-type"),
        Arguments.of("{\"checkIns\":[" + good + "],\"sentAt\":1755829800}", "400 wrong-type"),
        Arguments.of("{\"checkIns\":[" + good + "],\"sentAt\":\"hôm qua\"}", "400 invalid-time"),
        Arguments.of(
            "{\"checkIns\":[" + good + "],\"sentAt\":\"+10000-08-22T09:30:00Z\"}",
            "400 invalid-time"),
        Arguments.of(
            "{\"checkIns\":[" + good + "],\"sentAt\":\"2025-08-22T09:30:00\"}",
            "400 invalid-time"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void shouldRefuseInWords(String body, String problem) {
    Answer answer = phone.api().post(CHECK_INS, body);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.json().path("type").asString()).startsWith("urn:gocua:problem:");
    assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
    Words.assertVietnamese(answer.json().path("title").asString());
    Answer english = phone.english().api().post(CHECK_INS, body);
    assertThat(english.problem()).isEqualTo(problem);
    Words.assertEnglish(english.json().path("title").asString());
  }

  @Test
  void shouldNameTheFieldItDoesNotKnow() {
    Answer answer = phone.api().post(CHECK_INS, "{\"checkIns\":[],\"surprise\":1}");
    assertThat(answer.json().path("title").asString()).contains("surprise", "checkIns", "sentAt");
  }

  @Test
  void shouldTakeABatchOfNothing() {
    assertThat(phone.send().expect(200).outcomes()).isEmpty();
  }

  @Test
  void shouldRefuseMoreThanFiveHundredAtOnce() {
    Answer answer = phone.api().post(CHECK_INS, batchOf(501));
    assertThat(answer.problem()).isEqualTo("400 too-many-check-ins");
    assertThat(answer.json().path("title").asString()).contains("500", "501");
  }

  @Test
  void shouldRefuseABodyOverOneMebibyte() {
    String body = batchOf(1) + " ".repeat(MEBIBYTE);
    assertThat(phone.api().post(CHECK_INS, body).problem()).isEqualTo("413 body-too-large");
  }

  @Test
  void shouldRefuseABodyOverOneMebibyteThatDoesNotSayItsLength() {
    byte[] body = (batchOf(1) + " ".repeat(MEBIBYTE)).getBytes(StandardCharsets.UTF_8);
    Answer answer =
        phone
            .api()
            .send(
                "POST", CHECK_INS, BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)));
    assertThat(answer.problem()).isEqualTo("413 body-too-large");
  }

  @Test
  void shouldCountACompressedBodyUnpacked() throws IOException {
    byte[] bomb = gzip(batchOf(1) + " ".repeat(50 * MEBIBYTE));
    assertThat(bomb.length).isLessThan(MEBIBYTE);
    Answer answer =
        phone
            .api()
            .with("content-encoding", "gzip")
            .send("POST", CHECK_INS, BodyPublishers.ofByteArray(bomb));
    assertThat(answer.problem()).isEqualTo("413 body-too-large");
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, 400 damaged-encoding",
    "deflate, 400 damaged-encoding",
    "br, 415 unsupported-encoding",
    "'gzip, gzip', 415 unsupported-encoding"
  })
  void shouldRefuseWhatOnlyClaimsToBeCompressed(String encoding, String problem) {
    Api compressed = phone.api().with("content-encoding", encoding);
    assertThat(compressed.post(CHECK_INS, batchOf(1)).problem()).isEqualTo(problem);
    assertThat(phone.send(Item.at(NOW).with("activity", "dancing")).status()).isEqualTo(200);
  }

  @Test
  void shouldNameTheFieldThatIsThereTwice() {
    String item = Item.at(NOW).json().toString().replace("{", "{\"minutes\":1,\"minutes\":2,");
    Answer answer = phone.api().post(CHECK_INS, "{\"checkIns\":[" + item + "]}");
    assertThat(answer.json().path("title").asString()).contains("checkIns[0].minutes");
  }

  @Test
  void shouldRefuseBytesThatAreNotUtf8() {
    byte[] latin = batchOf(1).replace("elderly", "Vân").getBytes(StandardCharsets.ISO_8859_1);
    Answer answer = phone.api().send("POST", CHECK_INS, BodyPublishers.ofByteArray(latin));
    assertThat(answer.problem()).isEqualTo("400 not-json");
  }

  private static String batchOf(int items) {
    return Api.batch(IntStream.range(0, items).mapToObj(_ -> Item.at(NOW)).toList()).toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
