package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Words;
import vn.gocua.testkit.SettableClock;

/** Signing in and out. */
@Tag("slow")
class SignInTest {
  private static final String SESSIONS = "/api/v1/sessions";
  private static final int TRIES = 8;

  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at("2025-08-22T09:30:00+07:00"));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static Answer signIn(String username, String password) {
    return engine.anybody().post(SESSIONS, Map.of("username", username, "password", password));
  }

  @Test
  void shouldSignInTheFirstAccountForTwelveHours() {
    Answer answer = signIn("leader", RunningEngine.PASSWORD).expect(200);
    assertThat(answer.json().path("role").asString()).isEqualTo("admin");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    Instant expiresAt =
        OffsetDateTime.parse(answer.json().path("expiresAt").asString()).toInstant();
    assertThat(Duration.between(Instant.now(), expiresAt))
        .isBetween(Duration.ofMinutes(719), Duration.ofMinutes(721));
    Api leader = engine.anybody().as(answer.json().path("token").asString());
    assertThat(leader.get("/api/v1/recount").status()).isEqualTo(200);
  }

  @Test
  void shouldNotMindHowTheNameIsWritten() {
    assertThat(signIn("  Leader ", RunningEngine.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void shouldNotTellAWrongNameFromAWrongPassword() {
    Answer name = signIn("somebody", RunningEngine.PASSWORD);
    Answer password = signIn("leader", RunningEngine.PASSWORD + " ");
    assertThat(name.problem()).isEqualTo("401 wrong-name-or-password");
    assertThat(password.body()).isEqualTo(name.body());
    assertThat(password.header("www-authenticate")).isEqualTo("Bearer");
    Words.assertVietnamese(name.json().path("title").asString());
  }

  @Test
  void shouldLetATriedNameWaitAndNoOther() {
    for (int i = 0; i < TRIES; i++) {
      assertThat(signIn("tried-too-often", "guess " + i).status()).isEqualTo(401);
    }
    Answer answer = signIn("Tried-Too-Often", "guess");
    assertThat(answer.problem()).isEqualTo("429 too-many-tries");
    assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, 30);
    Words.assertVietnamese(answer.json().path("title").asString());
    assertThat(signIn("leader", RunningEngine.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void shouldForgetWrongTriesAfterARightOne() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < TRIES - 2; i++) {
        assertThat(signIn("leader", "guess " + i).status()).isEqualTo(401);
      }
      assertThat(signIn("leader", RunningEngine.PASSWORD).status()).isEqualTo(200);
    }
  }

  @Test
  void shouldEndASessionAtOnceAndNoOther() {
    Api first = engine.anybody().signIn("leader", RunningEngine.PASSWORD);
    Api second = engine.anybody().signIn("leader", RunningEngine.PASSWORD);
    assertThat(first.get("/api/v1/nodes").status()).isEqualTo(200);
    assertThat(first.delete("/api/v1/sessions/current").status()).isEqualTo(204);
    assertThat(first.get("/api/v1/nodes").problem()).isEqualTo("401 token-not-valid");
    assertThat(first.delete("/api/v1/sessions/current").status()).isEqualTo(401);
    assertThat(second.get("/api/v1/nodes").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"username\":\"leader\"}', 400 missing-field",
    "'{\"password\":\"x\"}', 400 missing-field",
    "'{\"username\":7,\"password\":\"x\"}', 400 wrong-type",
    "'{\"username\":\"a\",\"password\":\"b\",\"remember\":true}', 400 unknown-field",
    "'leader', 400 not-json"
  })
  void shouldRefuseWhatIsNoSignIn(String body, String problem) {
    assertThat(engine.anybody().post(SESSIONS, body).problem()).isEqualTo(problem);
  }

  @Test
  void shouldRefuseAPasswordTooLongToBeOne() {
    assertThat(signIn("leader", "x".repeat(201)).problem()).isEqualTo("400 wrong-type");
  }

  @Test
  void shouldKnowSessionsAfterARestart(@TempDir Path folder) {
    RunningEngine first =
        RunningEngine.start(folder, SettableClock.at("2025-08-22T09:30:00+07:00"));
    Answer open =
        first
            .anybody()
            .post(SESSIONS, Map.of("username", "leader", "password", RunningEngine.PASSWORD));
    String token = open.expect(200).json().path("token").asString();
    try (RunningEngine second = first.restarted()) {
      assertThat(second.anybody().as(token).get("/api/v1/nodes").status()).isEqualTo(200);
    }
  }
}
