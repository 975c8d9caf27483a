package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Words;
import vn.gocua.testkit.SettableClock;

/** Admins look after accounts; a one-time password opens nothing but the change of itself. */
class AccountApiTest {
  private static final String SESSIONS = "/api/v1/sessions";
  private static final String ACCOUNTS = "/api/v1/accounts";
  private static final String PASSWORD = "/api/v1/account/password";

  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at("2025-08-22T09:30:00+07:00"));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static String opened(String username) {
    return engine
        .leader()
        .post(ACCOUNTS, Map.of("username", username, "role", "leader"))
        .expect(201)
        .json()
        .path("oneTimePassword")
        .asString();
  }

  private static Answer signIn(String username, String password) {
    return engine.anybody().post(SESSIONS, Map.of("username", username, "password", password));
  }

  private static JsonNode account(String username) {
    for (JsonNode each : engine.leader().get(ACCOUNTS).expect(200).json().path("accounts")) {
      if (each.path("username").asString().equals(username)) {
        return each;
      }
    }
    throw new AssertionError(username);
  }

  @Test
  void shouldOpenNothingBeforeAOneTimePasswordIsChanged() {
    String once = opened("mot-lan");
    Answer session = signIn("mot-lan", once).expect(200);
    assertThat(session.json().path("mustChangePassword").asBoolean()).isTrue();
    Api api = engine.anybody().as(session.json().path("token").asString());
    assertThat(api.get("/api/v1/recount").problem()).isEqualTo("403 change-password-first");
    assertThat(api.get("/api/v1/help-requests").problem()).isEqualTo("403 change-password-first");
    assertThat(api.get("/api/v1/account").expect(200).json().path("mustChangePassword").asBoolean())
        .isTrue();
    Answer weak = api.post(PASSWORD, Map.of("current", once, "new", "mot-lan-2025"));
    assertThat(weak.problem()).isEqualTo("400 password-is-name");
    Words.assertVietnamese(weak.json().path("title").asString());
    assertThat(api.post(PASSWORD, Map.of("current", once, "new", once)).problem())
        .isEqualTo("400 password-unchanged");
    Answer changed =
        api.post(PASSWORD, Map.of("current", once, "new", RunningEngine.OWN)).expect(200);
    assertThat(changed.json().path("mustChangePassword").asBoolean()).isFalse();
    assertThat(api.get("/api/v1/recount").problem()).isEqualTo("401 token-not-valid");
    engine.anybody().as(changed.json().path("token").asString()).get("/api/v1/recount").expect(200);
    assertThat(signIn("mot-lan", once).problem()).isEqualTo("401 wrong-name-or-password");
  }

  @Test
  void shouldShutADisabledAccountOutAtOnce() {
    Api api = engine.account("bi-khoa", "leader");
    api.get("/api/v1/recount").expect(200);
    engine.leader().post(ACCOUNTS + "/bi-khoa/disable", "").expect(200);
    assertThat(api.get("/api/v1/recount").problem()).isEqualTo("401 token-not-valid");
    assertThat(signIn("bi-khoa", RunningEngine.OWN).problem())
        .isEqualTo("401 wrong-name-or-password");
    engine.leader().post(ACCOUNTS + "/bi-khoa/enable", "").expect(200);
    assertThat(api.get("/api/v1/recount").problem()).isEqualTo("401 token-not-valid");
    signIn("bi-khoa", RunningEngine.OWN).expect(200);
  }

  @Test
  void shouldChangeARoleAtOnceAndEndWhatWasOpenedWithTheFormerOne() {
    Api api = engine.account("len-chuc", "leader");
    assertThat(api.get(ACCOUNTS).problem()).isEqualTo("403 admins-only");
    engine.leader().post(ACCOUNTS + "/len-chuc/role", Map.of("role", "admin")).expect(200);
    assertThat(api.get(ACCOUNTS).problem()).isEqualTo("401 token-not-valid");
    Api admin = engine.anybody().signIn("len-chuc", RunningEngine.OWN);
    admin.get(ACCOUNTS).expect(200);
    assertThat(account("len-chuc").path("role").asString()).isEqualTo("admin");
    engine.leader().post(ACCOUNTS + "/len-chuc/role", Map.of("role", "admin")).expect(200);
    admin.get(ACCOUNTS).expect(200);
  }

  @Test
  void shouldEndAllSessionsOfAnAccount() {
    Api first = engine.account("nhieu-may", "leader");
    Api second = engine.anybody().signIn("nhieu-may", RunningEngine.OWN);
    first.post("/api/v1/account/end-sessions", "").expect(204);
    assertThat(first.get("/api/v1/account").status()).isEqualTo(401);
    assertThat(second.get("/api/v1/account").status()).isEqualTo(401);
    engine.anybody().signIn("nhieu-may", RunningEngine.OWN).get("/api/v1/account").expect(200);
  }

  private static Map<String, String> confirmation(String seed, String code) {
    return Map.of("seed", seed, "code", code, "password", RunningEngine.OWN);
  }

  @Test
  void shouldForgetTheAuthenticatorWithAResetPassword() {
    Api api = engine.account("quen-het", "leader");
    JsonNode setup = api.post("/api/v1/account/totp", "").expect(200).json();
    String seed = setup.path("seed").asString();
    byte[] secret = RunningEngine.base32(setup.path("secret").asString());
    Answer wrong = api.post("/api/v1/account/totp/confirm", confirmation(seed, "12345"));
    assertThat(wrong.problem()).isEqualTo("400 wrong-code");
    assertThat(
            api.post(
                    "/api/v1/account/totp/confirm",
                    Map.of("seed", seed, "code", RunningEngine.totp(secret)))
                .problem())
        .isEqualTo("400 missing-field");
    api.post("/api/v1/account/totp/confirm", confirmation(seed, RunningEngine.totp(secret)))
        .expect(204);
    assertThat(account("quen-het").path("totp").asBoolean()).isTrue();
    assertThat(signIn("quen-het", RunningEngine.OWN).problem()).isEqualTo("401 code-needed");
    engine
        .anybody()
        .post(
            SESSIONS,
            Map.of(
                "username",
                "quen-het",
                "password",
                RunningEngine.OWN,
                "totp",
                RunningEngine.totp(secret, 1)))
        .expect(200);
    String once =
        engine
            .leader()
            .post(ACCOUNTS + "/quen-het/reset-password", "")
            .expect(200)
            .json()
            .path("oneTimePassword")
            .asString();
    assertThat(account("quen-het").path("totp").asBoolean()).isFalse();
    assertThat(signIn("quen-het", once).expect(200).json().path("mustChangePassword").asBoolean())
        .isTrue();
  }

  @Test
  void shouldRefuseWhatCannotBe() {
    Api admin = engine.leader();
    assertThat(admin.post(ACCOUNTS, Map.of("username", "Tổ trưởng", "role", "leader")).problem())
        .isEqualTo("400 invalid-username");
    assertThat(admin.post(ACCOUNTS, Map.of("username", "leader", "role", "leader")).problem())
        .isEqualTo("409 account-exists");
    assertThat(admin.post(ACCOUNTS, Map.of("username", "khac", "role", "king")).problem())
        .isEqualTo("400 unknown-role");
    assertThat(admin.post(ACCOUNTS + "/leader/disable", "").problem()).isEqualTo("409 not-oneself");
    assertThat(admin.post(ACCOUNTS + "/leader/role", Map.of("role", "leader")).problem())
        .isEqualTo("409 not-oneself");
    assertThat(admin.post(ACCOUNTS + "/nobody/disable", "").problem())
        .isEqualTo("404 unknown-account");
  }
}
