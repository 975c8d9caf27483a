package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.engine.commands.ResetPasswordCommand;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** A setting that made something does not undo, at a restart, what people did to it since. */
@Tag("slow")
class SettingsMakeAndNeverChangeTest {
  private static final String GIVEN = "câu hỏi đầu tiên là gì";
  private static final String CHOSEN = "con mèo ngủ trên mái";

  @TempDir private Path folder;
  private ConfigFolder config;

  @BeforeEach
  void write() {
    config = ConfigFolder.in(folder);
  }

  private Settings settings(String password) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("GOCUA_DATA", folder.resolve("data").toString());
    environment.put("GOCUA_CONFIG", config.path().toString());
    environment.put("GOCUA_ENGINE_PORT", String.valueOf(RunningEngine.freePort()));
    environment.put("GOCUA_LEADER_PASSWORD", password);
    ConfigErrors errors = new ConfigErrors();
    Settings settings = Settings.read(environment, Clock.systemUTC(), errors);
    errors.throwIfAny();
    return settings.at(SettableClock.at("2025-08-22T09:30:00+07:00"));
  }

  private static Api api(Settings settings) {
    return new Api(java.net.URI.create(settings.publicUrl()));
  }

  private static int signIn(Settings settings, String password) {
    return api(settings)
        .post("/api/v1/sessions", Map.of("username", "leader", "password", password))
        .status();
  }

  @Test
  void shouldKeepThePasswordThatWasChangedAtTheDesk() {
    Settings settings = settings(GIVEN);
    try (Engine engine = Engine.start(settings, new ConfigErrors())) {
      assertThat(engine.started().firstPassword()).as("not told what was given").isNull();
      api(settings)
          .signIn("leader", GIVEN)
          .post("/api/v1/account/password", Map.of("current", GIVEN, "new", CHOSEN))
          .expect(200);
    }
    Settings again = settings(GIVEN);
    try (Engine engine = Engine.start(again, new ConfigErrors())) {
      assertThat(engine.started().firstPassword()).isNull();
      assertThat(signIn(again, GIVEN)).isEqualTo(401);
      assertThat(signIn(again, CHOSEN)).isEqualTo(200);
    }
  }

  @Test
  void shouldKeepWhatTheMachineHasReset() {
    try (Engine engine = Engine.start(settings(GIVEN), new ConfigErrors())) {
      assertThat(engine.started().campaign().id()).isEqualTo("thu-nghiem");
    }
    String once = ResetPasswordCommand.reset("thu-nghiem", settings(GIVEN), "leader");
    Settings again = settings(GIVEN);
    try (Engine engine = Engine.start(again, new ConfigErrors())) {
      assertThat(engine.started().firstPassword()).isNull();
      assertThat(signIn(again, GIVEN)).isEqualTo(401);
      assertThat(signIn(again, once)).isEqualTo(200);
    }
  }

  @Test
  void shouldStartThoughThePasswordOfARunningInstallationIsWeakToday() {
    try (Engine engine = Engine.start(settings(GIVEN), new ConfigErrors())) {
      assertThat(engine.started().campaign().id()).isEqualTo("thu-nghiem");
    }
    Settings weak = settings("hongvan");
    try (Engine engine = Engine.start(weak, new ConfigErrors())) {
      assertThat(engine.started().firstPassword()).isNull();
      assertThat(signIn(weak, "hongvan")).isEqualTo(401);
      assertThat(signIn(weak, GIVEN)).isEqualTo(200);
    }
  }

  @Test
  void shouldJudgeThePasswordThatMakesTheAccountTogetherWithAllOtherSettings() {
    config.replace("campaign.yaml", "days: 45", "days: 4500");
    Settings settings = settings("GoCua-2025!");
    InvalidConfig bad =
        catchThrowableOfType(
            InvalidConfig.class,
            () -> {
              try (Engine engine = Engine.start(settings, new ConfigErrors())) {
                assertThat(engine).as("an engine that should not have started").isNull();
              }
            });
    assertThat(bad.mistakes())
        .hasSize(2)
        .anySatisfy(m -> assertThat(m).startsWith("GOCUA_LEADER_PASSWORD: ").contains(" / "))
        .anySatisfy(m -> assertThat(m).startsWith("campaign.yaml"));
    assertThat(bad.getMessage()).as("a secret is never shown").doesNotContain("GoCua-2025");
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
