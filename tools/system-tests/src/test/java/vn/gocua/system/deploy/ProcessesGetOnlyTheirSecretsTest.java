package vn.gocua.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is started is told the secrets that it needs, and no other. */
@DisabledOnOs(OS.WINDOWS)
class ProcessesGetOnlyTheirSecretsTest {
  private static final Map<String, String> SECRETS =
      Map.of(
          "GOCUA_LEADER_PASSWORD", "not for the kiosk",
          "GOCUA_LEADER_PASSWORD_FILE", "/secret/leader-password",
          "GOCUA_VAULT_KEY_FILE", "/secret/vault.key",
          "GOCUA_JOURNAL", "mongodb://user:secret@host/gocua",
          "GOCUA_JOURNAL_FILE", "/secret/journal",
          "GOCUA_SCRAPE_TOKEN", "not for the kiosk either",
          "GOCUA_TLS_KEY", "/secret/tls.key",
          "GOCUA_KIOSK_TOKEN", "the kiosk's own token of 24 letters",
          "GOCUA_ENGINE_URL", "http://127.0.0.1:8080");

  /** A process of the engine's program or of the rehearsal's, which may know all. */
  private static final Pattern ENGINE = Pattern.compile("-jar \"\\$(engine|rehearsal)_jar\"");

  @TempDir private Path folder;

  /** What a start of the scripts' tells the process that it starts. */
  private Map<String, String> told(String start) throws IOException, InterruptedException {
    Path out = folder.resolve("environment");
    Path java = Files.writeString(folder.resolve("java"), "#!/bin/sh\nenv >'" + out + "'\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    String script =
        """
        . scripts/processes.sh
        say() { :; }
        await_ready() { :; }
        await_feed() { :; }
        java=$1 java_flags= kiosk_jar=kiosk.jar engine_jar=engine.jar kiosk_host=h kiosk_port=1
        engine_host=h engine_port=1 engine_scheme=http
        exec 9>/dev/null
        %s
        wait
        """
            .formatted(start);
    ProcessBuilder bash = new ProcessBuilder("bash", "-uc", script, "test", java.toString());
    bash.directory(ComposeFile.ROOT.toFile()).redirectErrorStream(true);
    bash.environment().keySet().removeIf(name -> name.startsWith("GOCUA_"));
    bash.environment().putAll(SECRETS);
    Process process = bash.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    Map<String, String> told = new TreeMap<>();
    for (String line : Files.readAllLines(out)) {
      if (line.startsWith("GOCUA_")) {
        told.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
      }
    }
    return told;
  }

  @Test
  void shouldTellTheKioskItsTokenAndNothingOfTheEngines() throws Exception {
    for (String start : List.of("start_kiosk", "check_kiosk")) {
      assertThat(told(start)).containsOnlyKeys("GOCUA_KIOSK_TOKEN", "GOCUA_ENGINE_URL");
    }
  }

  @Test
  void shouldTellTheEngineWhatItNeeds() throws Exception {
    assertThat(told("start_engine")).isEqualTo(SECRETS);
  }

  @Test
  void shouldTellNoSecretToWhatElseIsStarted() throws IOException {
    try (Stream<Path> scripts = Files.list(ComposeFile.ROOT.resolve("scripts"))) {
      List<Path> all =
          Stream.concat(scripts, Stream.of(ComposeFile.ROOT.resolve("gocua"))).toList();
      for (Path script : all) {
        for (String line : Files.readAllLines(script)) {
          if (line.contains("\"$java\" $java_flags") || line.contains("\"$mvn\" -B")) {
            assertThat(line.contains("become_without_") || ENGINE.matcher(line).find())
                .as(script + ": " + line)
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void shouldTellTheCompositionsOtherServicesNoSecretOfTheEngines() throws IOException {
    ComposeFile compose = ComposeFile.read();
    compose
        .services()
        .filter(service -> !service.name().startsWith("engine-"))
        .forEach(service ->
            assertThat(service.list("secrets"))
                .as(service.name())
                .doesNotContain("leader-password", "vault-key"));
    assertThat(compose.service("kiosk").list("secrets")).containsExactly("kiosk-token");
  }
}
