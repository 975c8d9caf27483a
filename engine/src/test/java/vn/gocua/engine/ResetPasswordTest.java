package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.commands.ResetPasswordCommand;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.testkit.SettableClock;

/** Whoever stands at the machine gets back in, though the engine runs and every admin is out. */
class ResetPasswordTest {
  @Test
  void shouldLetALockedOutAccountInAgainWhileTheEngineRuns(@TempDir Path folder) {
    try (RunningEngine engine =
        RunningEngine.start(folder, SettableClock.at("2025-08-22T09:30:00+07:00"))) {
      setAuthenticatorUp(engine.account("thu-ky", "leader"));
      engine.leader().post("/api/v1/accounts/thu-ky/disable", "").expect(200);
      String once = ResetPasswordCommand.reset("thu-nghiem", engine.settings(), "thu-ky");
      Answer session =
          engine
              .anybody()
              .post("/api/v1/sessions", Map.of("username", "thu-ky", "password", once))
              .expect(200);
      assertThat(session.json().path("mustChangePassword").asBoolean()).isTrue();
      assertThatThrownBy(
              () -> ResetPasswordCommand.reset("thu-nghiem", engine.settings(), "nobody"))
          .isInstanceOf(Refusal.class);
    }
  }

  /** It is lost together with the password, as such things are. */
  private static void setAuthenticatorUp(Api account) {
    JsonNode setup = account.post("/api/v1/account/totp", "").expect(200).json();
    byte[] secret = RunningEngine.base32(setup.path("secret").asString());
    String seed = setup.path("seed").asString();
    account
        .post(
            "/api/v1/account/totp/confirm",
            Map.of("seed", seed, "code", RunningEngine.totp(secret), "password", RunningEngine.OWN))
        .expect(204);
  }
}
