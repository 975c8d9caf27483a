package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.config.BadConfiguration;
import vn.gocua.engine.config.Problems;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.SettableClock;
import vn.gocua.engine.vault.Vault;

/** Without its key the vault stays shut, and the engine says so instead of starting. */
class VaultStartTest {
  private static final Clock CLOCK = SettableClock.at("2025-08-22T09:00:00+07:00");

  @TempDir private Path folder;

  private RunningEngine start(String data) {
    return RunningEngine.start(folder.resolve(data), ConfigFolder.in(folder), CLOCK);
  }

  private void assertRefused(String data, String words) {
    assertThatThrownBy(() -> start(data).close())
        .isInstanceOfSatisfying(
            StartRefused.class,
            e -> {
              assertThat(e.reason()).isEqualTo(StartRefused.Reason.VAULT);
              assertThat(e.getMessage()).contains(words, "GOCUA_VAULT_KEY_FILE");
            });
  }

  @Test
  void shouldKeepTheKeyBesideTheData() throws IOException {
    start("data").close();
    assertThat(folder.resolve("data.vault.key")).exists();
    try (var inside = Files.walk(folder.resolve("data"))) {
      assertThat(inside.filter(file -> file.toString().endsWith(".key"))).isEmpty();
    }
  }

  @Test
  void shouldRefuseToStartWithoutTheKey() throws IOException {
    start("data").close();
    Path key = folder.resolve("data.vault.key");
    Path aside = Files.move(key, folder.resolve("aside"));
    assertRefused("data", "data.vault.key");
    assertThat(key).doesNotExist();
    Files.move(aside, key);
    start("data").close();
  }

  @Test
  void shouldRefuseToStartWithAnotherVaultsKey() throws IOException {
    start("data").close();
    start("other").close();
    Files.copy(
        folder.resolve("other.vault.key"),
        folder.resolve("data.vault.key"),
        StandardCopyOption.REPLACE_EXISTING);
    assertRefused("data", "data.vault.key");
  }

  @Test
  void shouldNotSealAnewBesideAnEngineThatDoesNotKnowTheNewestKey() throws IOException {
    RunningEngine engine = start("data");
    Settings settings = engine.settings();
    FileTime held = Files.getLastModifiedTime(settings.data().resolve("engine.lock"));
    var _ = Vault.rotateKey(settings.vaultKeyFile());
    Files.setLastModifiedTime(
        settings.vaultKeyFile(), FileTime.from(held.toInstant().plusSeconds(1)));
    assertThatThrownBy(() -> RotateKeyCommand.mustNotBeUnderAnOlderKey(settings))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(settings.data().toString());
    engine.close();
    RotateKeyCommand.mustNotBeUnderAnOlderKey(settings);
    try (RunningEngine _ = engine.restarted()) {
      Files.setLastModifiedTime(settings.vaultKeyFile(), held);
      RotateKeyCommand.mustNotBeUnderAnOlderKey(settings);
    }
  }

  @Test
  void shouldNotKeepTheKeyWithTheData() {
    Problems problems = new Problems();
    Path data = folder.resolve("data");
    Settings.read(
        Map.of(
            "GOCUA_DATA", data.toString(),
            "GOCUA_CONFIG", folder.toString(),
            "GOCUA_VAULT_KEY_FILE", data.resolve("vault.key").toString()),
        problems);
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOfSatisfying(
            BadConfiguration.class,
            e -> assertThat(e.mistakes().toString()).contains("GOCUA_VAULT_KEY_FILE"));
  }
}
