package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.engine.commands.RotateKeyCommand;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.stores.VaultLoss;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.vault.KeyRotation;
import vn.gocua.testkit.SettableClock;

/** Without its key the vault stays shut, and the engine says so instead of starting. */
@Tag("slow")
class VaultStartTest {
  private static final Clock CLOCK = SettableClock.at("2025-08-22T09:00:00+07:00");

  @TempDir private Path folder;

  private RunningEngine start(String data) {
    return RunningEngine.start(folder.resolve(data), ConfigFolder.in(folder), CLOCK);
  }

  private void assertRefused(String data, String words) {
    assertRefused(data, words, Path.of("GOCUA_VAULT_KEY_FILE"));
  }

  /**
   * @param lookedFor where what is missing was looked for
   */
  private void assertRefused(String data, String words, Path lookedFor) {
    assertThatThrownBy(() -> start(data).close())
        .isInstanceOfSatisfying(
            StartRefused.class,
            e -> {
              assertThat(e.reason()).isEqualTo(StartRefused.Reason.VAULT);
              assertThat(e.getMessage()).contains(words, lookedFor.toString(), "mã xác thực");
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
  void shouldMakeNothingAnewInSilenceWhateverIsMissing() throws IOException {
    start("data").close();
    Path data = folder.resolve("data");
    Path key = folder.resolve("data.vault.key");
    Path vault = data.resolve("vault.db");
    for (List<Path> missing : List.of(List.of(key), List.of(vault), List.of(key, vault))) {
      for (Path file : missing) {
        Files.move(file, folder.resolve("aside-" + file.getFileName()));
      }
      byte[] journal = Files.readAllBytes(data.resolve("journal.db"));
      assertRefused("data", "--without-vault", missing.contains(vault) ? vault : key);
      assertThat(missing).allSatisfy(file -> assertThat(file).doesNotExist());
      assertThat(data.resolve("journal.db")).hasBinaryContent(journal);
      for (Path file : missing) {
        Files.move(folder.resolve("aside-" + file.getFileName()), file);
      }
    }
    start("data").close();
  }

  @Test
  void shouldGiveTheVaultUpOnlyWhenToldToAndKeepItAside() throws IOException {
    Path data = folder.resolve("data");
    Path key = folder.resolve("data.vault.key");
    ConfigFolder config = ConfigFolder.in(folder);
    String code;
    try (RunningEngine engine = RunningEngine.start(data, config, CLOCK)) {
      code = ask(engine);
    }
    assertThatThrownBy(() -> RunningEngine.startWithoutVault(data, config, CLOCK).close())
        .as("while it opens")
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("không có gì phải bỏ");
    Files.delete(key);
    try (RunningEngine engine = RunningEngine.startWithoutVault(data, config, CLOCK)) {
      VaultLoss loss = java.util.Objects.requireNonNull(engine.engine().started().loss());
      assertThat(loss.requests()).isEqualTo(1);
      assertThat(Path.of(java.util.Objects.requireNonNull(loss.aside()))).exists();
      assertThat(engine.engine().started().newKey()).isEqualTo(key);
      String contact = "/api/v1/help-requests/" + code + "/contact";
      assertThat(engine.leader().get(contact).problem()).isEqualTo("410 contact-lost");
      assertThat(engine.leader().get("/api/v1/audit?limit=200").expect(200).body())
          .contains("vault-given-up");
      ask(engine);
    }
    try (RunningEngine engine = RunningEngine.start(data, config, CLOCK)) {
      assertThat(engine.engine().started().loss()).isNull();
      assertThat(engine.engine().started().newKey()).isNull();
    }
    Files.delete(key);
    assertThatThrownBy(() -> RunningEngine.start(data, config, CLOCK).close())
        .as("the word was for one vault")
        .isInstanceOf(StartRefused.class);
  }

  private static String ask(RunningEngine engine) {
    return engine
        .kiosk()
        .post(
            "/api/v1/help-requests",
            Map.of(
                "id",
                Item.newId(),
                "hamlet",
                "co-giao",
                "activity",
                "public-services",
                "contact",
                Map.of("name", "Người xin giúp", "phone", "0900000001", "address", "Ngõ"),
                "consent",
                Map.of("textVersion", "kiosk-2025-08", "at", "2025-08-22T09:00:00+07:00")))
        .expect(201)
        .json()
        .path("code")
        .asString();
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
    var _ = KeyRotation.addKey(settings.vaultKeyFile());
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
    ConfigErrors errors = new ConfigErrors();
    Path data = folder.resolve("data");
    Settings.read(
        Map.of(
            "GOCUA_DATA", data.toString(),
            "GOCUA_CONFIG", folder.toString(),
            "GOCUA_VAULT_KEY_FILE", data.resolve("vault.key").toString()),
        Clock.systemUTC(),
        errors);
    assertThatThrownBy(errors::throwIfAny)
        .isInstanceOfSatisfying(
            InvalidConfig.class,
            e -> assertThat(e.mistakes().toString()).contains("GOCUA_VAULT_KEY_FILE"));
  }
}
