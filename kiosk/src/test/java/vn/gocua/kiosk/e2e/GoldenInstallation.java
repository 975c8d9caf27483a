package vn.gocua.kiosk.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an earlier version left behind; {@code golden/0.1/README.md} says how it was made. */
final class GoldenInstallation {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path CONFIG = Path.of("..", "config");

  private final Path golden;

  private GoldenInstallation(Path golden) {
    this.golden = golden;
  }

  static GoldenInstallation of(String version) {
    return new GoldenInstallation(Path.of("src", "test", "resources", "golden", version));
  }

  /** Lays out a copy: {@code data}, its key beside it, and {@code config}. */
  void copyTo(Path folder) {
    try {
      copy(golden.resolve("data"), folder.resolve("data"));
      Files.copy(golden.resolve("vault-key.json"), folder.resolve("data.vault.key"));
      copy(CONFIG, folder.resolve("config"));
      Files.write(
          folder.resolve("config").resolve("campaign.yaml"),
          Files.readAllBytes(golden.resolve("campaign.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(from)) {
      all = files.toList();
    }
    for (Path file : all) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    }
  }

  /** Passwords, tokens and tickets of the sample, as they were handed out. */
  JsonNode secrets() {
    return JSON.readTree(golden.resolve("sample-secrets.json").toFile());
  }

  /** The phone's IndexedDB, as JSON. */
  String phoneStore() {
    try {
      return Files.readString(golden.resolve("phone-store.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
