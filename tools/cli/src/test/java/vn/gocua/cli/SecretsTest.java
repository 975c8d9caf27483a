package vn.gocua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is started is told the secrets that it needs, and no other. */
class SecretsTest {
  private static final Map<String, String> SECRETS =
      Map.of(
          "GOCUA_LEADER_PASSWORD", "not for the kiosk",
          "GOCUA_LEADER_PASSWORD_FILE", "/secret/leader-password",
          "GOCUA_VAULT_KEY_FILE", "/secret/vault.key",
          "GOCUA_JOURNAL", "mongodb://user:secret@host/gocua",
          "GOCUA_JOURNAL_FILE", "/secret/journal",
          "GOCUA_SCRAPE_TOKEN", "not for the kiosk either",
          "GOCUA_SCRAPE_TOKEN_FILE", "/secret/scrape",
          "GOCUA_TLS_KEY", "/secret/tls.key",
          "GOCUA_KIOSK_TOKEN", "the kiosk's own token of 24 letters",
          "GOCUA_ENGINE_URL", "http://127.0.0.1:8080");

  @TempDir private Path folder;

  @Test
  void shouldTellTheKioskItsTokenAndNothingOfTheEngines() {
    assertThat(ours(installation().withoutEngineSecrets()))
        .containsOnlyKeys("GOCUA_KIOSK_TOKEN", "GOCUA_ENGINE_URL");
  }

  @Test
  void shouldTellNoSecretToWhatElseIsStarted() {
    assertThat(ours(installation().withoutSecrets())).containsOnlyKeys("GOCUA_ENGINE_URL");
  }

  @Test
  void shouldTellTheEngineWhatItNeeds() {
    assertThat(ours(installation().environment)).isEqualTo(SECRETS);
  }

  /** A process gets what it is told and nothing of the command's own. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void shouldHandOnNothingElseAndNameItself() throws Exception {
    Path out = folder.resolve("out.txt");
    Children children = new Children();
    Process process =
        children.start(
            List.of("sh", "-c", "env; echo \"$@\"", "sh"),
            List.of("more"),
            Map.of("GOCUA_DATA", "here", "PATH", System.getenv("PATH")),
            Redirect.to(out.toFile()));
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(out))
        .contains("GOCUA_DATA=here", "--parent " + ProcessHandle.current().pid() + " more")
        .doesNotContain("HOME=");
  }

  private Installation installation() {
    Installation installation = Installation.of(folder);
    installation.environment.keySet().removeIf(name -> name.startsWith("GOCUA_"));
    installation.environment.putAll(SECRETS);
    return installation;
  }

  private static Map<String, String> ours(Map<String, String> environment) {
    Map<String, String> ours = new TreeMap<>(environment);
    ours.keySet().removeIf(name -> !name.startsWith("GOCUA_"));
    return ours;
  }
}
