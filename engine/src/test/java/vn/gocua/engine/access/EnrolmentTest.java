package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Words;
import vn.gocua.testkit.SettableClock;

/** Enrolling phones and shutting them out. */
class EnrolmentTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";

  private static RunningEngine engine;
  private static Path data;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
    data = engine.settings().data();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static Answer makeCode(String team, Map<String, ?> body) {
    return engine.leader().post("/api/v1/teams/" + team + "/enrolment-codes", body);
  }

  private static Duration validFor(Answer code) {
    return Duration.between(
        Instant.now(), OffsetDateTime.parse(code.json().path("expiresAt").asString()).toInstant());
  }

  @Test
  void shouldMakeACodeForOnePhoneAndHalfAnHour() {
    Answer answer = engine.leader().post("/api/v1/teams/T01/enrolment-codes", "").expect(201);
    String code = answer.json().path("code").asString();
    assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
    assertThat(answer.json().path("url").asString()).isEqualTo(engine.url() + "/#code=" + code);
    assertThat(validFor(answer)).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
    assertThat(answer.header("cache-control")).isEqualTo("no-store");

    Answer enrolled = engine.anybody().enrol(code).expect(200);
    assertThat(enrolled.json().path("team").asString()).isEqualTo("T01");
    Answer again = engine.anybody().enrol(code);
    assertThat(again.problem()).isEqualTo("401 code-not-valid");
    Words.assertVietnamese(again.json().path("title").asString());
  }

  @Test
  void shouldMakeACodeForLonger() {
    Answer answer = makeCode("T01", Map.of("uses", 3, "hours", 48)).expect(201);
    assertThat(validFor(answer)).isBetween(Duration.ofMinutes(2879), Duration.ofDays(2));
    String code = answer.json().path("code").asString();
    List<Integer> tries =
        IntStream.range(0, 4).mapToObj(_ -> engine.anybody().enrol(code).status()).toList();
    assertThat(tries).containsExactly(200, 200, 200, 401);
  }

  @Test
  void shouldTakeACodeAsPeopleTypeIt() {
    for (int i = 0; i < 3; i++) {
      String code = engine.leader().code("T02", 1);
      String typed =
          switch (i) {
            case 0 -> code.toLowerCase(Locale.ROOT).replace("-", "");
            case 1 -> " " + code.replace("-", " ") + " ";
            default -> code.replace('0', 'O').replace('1', 'I').replace('V', 'u');
          };
      assertThat(engine.anybody().enrol(typed).status()).as(typed).isEqualTo(200);
    }
  }

  @Test
  void shouldLetInExactlyAsManyAsTheCodeAllowsThoughManyTryAtOnce() {
    String code = engine.leader().code("T01", 5);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Answer>> tries =
          IntStream.range(0, 20)
              .mapToObj(
                  _ -> CompletableFuture.supplyAsync(() -> engine.anybody().enrol(code), executor))
              .toList();
      List<Answer> answers = tries.stream().map(CompletableFuture::join).toList();
      assertThat(answers.stream().filter(a -> a.status() == 200)).hasSize(5);
      assertThat(answers.stream().filter(a -> a.status() != 200))
          .allMatch(a -> a.problem().matches("401 code-not-valid|429 too-many-tries"));
      assertThat(answers.stream().map(a -> a.json().path("device").asString("")).distinct())
          .hasSize(6);
    }
  }

  @Test
  void shouldGiveTheSamePhoneAFreshTokenWhenTheFirstAnswerWasLost() {
    String code = engine.leader().code("T02", 1);
    String enrolment = Item.newId();
    JsonNode lost = enrol(code, enrolment).expect(200).json();
    JsonNode again =
        enrol(code.toLowerCase(Locale.ROOT), enrolment.toUpperCase(Locale.ROOT)).expect(200).json();
    assertThat(again.path("device")).isEqualTo(lost.path("device"));
    assertThat(again.path("team").asString()).isEqualTo("T02");
    assertThat(again.path("token")).isNotEqualTo(lost.path("token"));
    assertThat(sent(again)).isEqualTo(200);
    assertThat(sent(lost)).as("the token that nobody has got").isEqualTo(401);

    assertThat(enrol(code, Item.newId()).problem()).isEqualTo("401 code-not-valid");
    assertThat(engine.anybody().enrol(code).problem()).isEqualTo("401 code-not-valid");
    String device = "/api/v1/devices/" + lost.path("device").asString();
    assertThat(engine.leader().delete(device).status()).isEqualTo(204);
    assertThat(enrol(code, enrolment).problem())
        .as("a revoked phone stays out")
        .isEqualTo("401 code-not-valid");
  }

  @Test
  void shouldTakeTheSameEnrolmentUnderAnotherCodeForAnotherPhone() {
    String enrolment = Item.newId();
    JsonNode one = enrol(engine.leader().code("T02", 1), enrolment).expect(200).json();
    JsonNode other = enrol(engine.leader().code("T03", 1), enrolment).expect(200).json();
    assertThat(other.path("device")).isNotEqualTo(one.path("device"));
    assertThat(sent(one)).isEqualTo(200);
    assertThat(sent(other)).isEqualTo(200);
  }

  private static Answer enrol(String code, String enrolment) {
    return engine.anybody().post("/api/v1/devices", Map.of("code", code, "enrolment", enrolment));
  }

  private static int sent(JsonNode enrolled) {
    return engine.anybody().as(enrolled.path("token").asString()).checkIns(Item.at(NOW)).status();
  }

  @Test
  void shouldLetATriedCodeWaitAndNoOther() {
    for (int i = 0; i < 10; i++) {
      assertThat(engine.anybody().enrol("ABCD-EFGH-JKMN-PQRS").status()).isEqualTo(401);
    }
    Answer answer = engine.anybody().enrol("abcdefghjkmnpqrs");
    assertThat(answer.problem()).isEqualTo("429 too-many-tries");
    assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, 6);
    assertThat(engine.anybody().enrol("ABCD-EFGH-JKMN-PQRT").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "T01, '{\"uses\":0}', 400 out-of-range",
    "T01, '{\"uses\":101}', 400 out-of-range",
    "T01, '{\"uses\":\"two\"}', 400 wrong-type",
    "T01, '{\"hours\":0}', 400 out-of-range",
    "T01, '{\"hours\":169}', 400 out-of-range",
    "T01, '{\"hours\":1.5}', 400 wrong-type",
    "T01, '{\"days\":1}', 400 unknown-field",
    "T01, '[]', 400 wrong-type",
    "T99, '{}', 404 unknown-team",
    "t01, '{}', 404 unknown-team"
  })
  void shouldRefuseACodeThatMakesNoSense(String team, String body, String problem) {
    Answer answer = engine.leader().post("/api/v1/teams/" + team + "/enrolment-codes", body);
    assertThat(answer.problem()).isEqualTo(problem);
    Words.assertVietnamese(answer.json().path("title").asString());
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', 400 missing-field",
    "'{\"code\":7}', 400 wrong-type",
    "'{\"code\":\"x\",\"device\":\"y\"}', 400 unknown-field",
    "'{\"code\":\"\"}', 400 missing-field",
    "'{\"code\":\"x\",\"enrolment\":\"y\"}', 400 wrong-type",
    "'{\"code\":\"-\"}', 401 code-not-valid"
  })
  void shouldRefuseWhatIsNoEnrolment(String body, String problem) {
    assertThat(engine.anybody().post("/api/v1/devices", body).problem()).isEqualTo(problem);
  }

  @Test
  void shouldShutAPhoneOutAtOnce() {
    Phone phone = engine.phone("T03");
    Phone other = engine.phone("T03");
    assertThat(phone.send(Item.at(NOW)).status()).isEqualTo(200);
    String device = "/api/v1/devices/" + phone.device();
    assertThat(engine.leader().delete(device).status()).isEqualTo(204);
    Answer answer = phone.send(Item.at(NOW));
    assertThat(answer.problem()).isEqualTo("401 token-not-valid");
    Words.assertVietnamese(answer.json().path("title").asString());
    assertThat(engine.leader().delete(device).status()).isEqualTo(204);
    assertThat(other.send(Item.at(NOW)).status()).isEqualTo(200);
    assertThat(listed("T03"))
        .anySatisfy(entry -> {
          assertThat(entry.path("device").asString()).isEqualTo(phone.device());
          assertThat(entry.path("revoked").asBoolean()).isTrue();
        })
        .anySatisfy(entry -> {
          assertThat(entry.path("device").asString()).isEqualTo(other.device());
          assertThat(entry.path("revoked").asBoolean()).isFalse();
        })
        .allMatch(entry -> entry.path("team").asString().equals("T03"));
    engine.assertRecountEqual();
  }

  private static JsonNode listed(String team) {
    return engine.leader().get("/api/v1/devices?team=" + team).json().path("devices");
  }

  @Test
  void shouldNotShutOutAPhoneThatIsNotThere() {
    assertThat(engine.leader().delete("/api/v1/devices/" + Item.newId()).problem())
        .isEqualTo("404 unknown-device");
  }

  @Test
  void shouldKeepNoNamesAndNoSecrets() throws IOException {
    String code = engine.leader().code("T04", 1);
    Answer enrolled =
        engine
            .anybody()
            .post("/api/v1/devices", Map.of("code", code, "member", "Một Người Nào Đó"))
            .expect(200);
    String token = enrolled.json().path("token").asString();
    engine.anybody().as(token).checkIns(Item.at(NOW)).expect(200);
    String kept = everythingKept();
    assertThat(kept).contains(enrolled.json().path("device").asString());
    assertThat(kept)
        .doesNotContain("Một Người Nào Đó")
        .doesNotContain(token.substring(token.lastIndexOf('.') + 1))
        .doesNotContain(code)
        .doesNotContain(Tokens.normalized(code))
        .doesNotContain(RunningEngine.PASSWORD)
        .doesNotContain(RunningEngine.KIOSK_TOKEN);
  }

  /** All bytes of all files in the data folder. */
  private static String everythingKept() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
