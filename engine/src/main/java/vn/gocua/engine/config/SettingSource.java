package vn.gocua.engine.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.settings.Problems;
import vn.gocua.base.settings.YamlFile;
import vn.gocua.base.settings.YamlMap;

/** Settings by name: from the environment, else from {@code engine.yaml}, else the default. */
final class SettingSource {
  private static final Set<String> KEYS =
      Set.of(
          "data",
          "host",
          "enginePort",
          "publicUrl",
          "journal",
          "vaultKeyFile",
          "tlsCert",
          "tlsKey",
          "trustedProxies",
          "retentionDays",
          "documentMegabytes",
          "phoneQuota",
          "securityContact",
          "clock");

  private final Map<String, String> environment;
  private final Problems problems;
  private final Path config;
  private final @Nullable YamlMap file;

  private SettingSource(
      Map<String, String> environment, Problems problems, Path config, @Nullable YamlMap file) {
    this.environment = environment;
    this.problems = problems;
    this.config = config;
    this.file = file;
  }

  static SettingSource of(Map<String, String> environment, Problems problems) {
    Path config = Path.of("config");
    String named = environment.get("GOCUA_CONFIG");
    if (named != null && !named.isBlank()) {
      config = path("GOCUA_CONFIG", named, problems);
    }
    config = config.toAbsolutePath().normalize();
    Path yaml = config.resolve("engine.yaml");
    YamlMap file = Files.exists(yaml) ? YamlFile.read(yaml, problems) : null;
    if (file != null) {
      file.known(KEYS);
      file.end();
    }
    return new SettingSource(environment, problems, config, file);
  }

  Path config() {
    return config;
  }

  @Nullable String optional(String variable, String key) {
    String value = environment.get(variable);
    if (value != null && !value.isBlank()) {
      return value.strip();
    }
    String written = file != null && file.has(key) ? file.text(key) : "";
    return written.isEmpty() ? null : written;
  }

  /** Notes a mistake where the setting was made: in the environment, else in the file. */
  void problem(String variable, String key, String what, @Nullable Object... arguments) {
    String given = environment.get(variable);
    YamlMap written = file;
    if ((given == null || given.isBlank()) && written != null && written.has(key)) {
      problems.add(written.place(key), what, arguments);
    } else {
      problems.add(variable, what, arguments);
    }
  }

  String text(String variable, String key, String otherwise) {
    String value = optional(variable, key);
    return value == null ? otherwise : value;
  }

  Path folder(String variable, String key, String otherwise) {
    return path(variable, key, text(variable, key, otherwise));
  }

  @Nullable Path file(String variable, String key) {
    String value = optional(variable, key);
    return value == null ? null : path(variable, key, value);
  }

  int port(String variable, String key, int otherwise) {
    String value = text(variable, key, String.valueOf(otherwise));
    try {
      int port = Integer.parseInt(value);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    problem(variable, key, "port", value, 1);
    return otherwise;
  }

  /** A secret, from the variable itself or from the file that {@code <variable>_FILE} names. */
  @Nullable String secret(String variable) {
    String value = environment.get(variable);
    String named = environment.get(variable + "_FILE");
    if (value != null && !value.isBlank()) {
      return value;
    }
    if (named == null || named.isBlank()) {
      return null;
    }
    try {
      return Files.readString(path(variable + "_FILE", named, problems)).strip();
    } catch (IOException e) {
      problems.add(variable + "_FILE", "secret-file", named, e.getClass().getSimpleName());
      return null;
    }
  }

  private Path path(String variable, String key, String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException _) {
      problem(variable, key, "path", text);
      return Path.of(".").toAbsolutePath().normalize();
    }
  }

  private static Path path(String variable, String text, Problems problems) {
    try {
      return Path.of(text);
    } catch (InvalidPathException _) {
      problems.add(variable, "path", text);
      return Path.of(".");
    }
  }
}
