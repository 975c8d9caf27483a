package vn.gocua.base.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program's settings by the name of their variable: from the environment, else from a YAML file
 * in the config folder, else the default. A wrong value is noted with its place and read as the
 * default, so that all mistakes are found at once. Blank is the same as not there.
 */
public final class SettingSource {
  private static final String CONFIG = "GOCUA_CONFIG";

  /** A contact of RFC 9116, with its scheme. */
  private static final Pattern CONTACT =
      Pattern.compile(
          "mailto:[!-~&&[^@]]{1,64}@[A-Za-z0-9.-]{1,250}|https://[!-~]{1,250}|tel:\\+?[0-9.()-]{3,30}");

  private final Map<String, String> environment;
  private final Map<String, String> keys;
  private final ConfigErrors errors;
  private final Path config;
  private final YamlMap file;

  private SettingSource(
      Map<String, String> environment,
      Map<String, String> keys,
      Path config,
      YamlMap file,
      ConfigErrors errors) {
    this.environment = environment;
    this.keys = keys;
    this.config = config;
    this.file = file;
    this.errors = errors;
  }

  /**
   * Reads the file if it exists.
   *
   * @param name the file's
   * @param keys the file's key of each variable that it may have
   * @param errors receives every mistake
   */
  public static SettingSource of(
      Map<String, String> environment, String name, Map<String, String> keys, ConfigErrors errors) {
    String named = environment.get(CONFIG);
    Path config = Path.of("config");
    try {
      config = named == null || named.isBlank() ? config : Path.of(named.strip());
    } catch (InvalidPathException _) {
      errors.add(CONFIG, "path", named);
    }
    config = config.toAbsolutePath().normalize();
    YamlMap file = YamlFile.readIfThere(config.resolve(name), errors);
    file.known(Set.copyOf(keys.values()));
    file.end();
    return new SettingSource(environment, keys, config, file, errors);
  }

  /** The folder of all configuration. */
  public Path config() {
    return config;
  }

  /** Notes it if the folder of all configuration is named and not there. */
  public void checkConfig() {
    String named = environment.get(CONFIG);
    if (named != null && !named.isBlank() && !Files.isDirectory(config)) {
      errors.add(CONFIG, "no-config", named.strip());
    }
  }

  /** A text without space around it; null if it is not given. */
  public @Nullable String optional(String variable) {
    String value = environment.get(variable);
    if (value != null && !value.isBlank()) {
      return value.strip();
    }
    String key = keys.get(variable);
    return key == null ? null : file.textIfAny(key);
  }

  /** Notes a mistake where the setting was made: in the environment, else in the file. */
  public void error(String variable, String what, @Nullable Object... arguments) {
    String given = environment.get(variable);
    String key = keys.get(variable);
    if ((given == null || given.isBlank()) && key != null && file.has(key)) {
      errors.add(file.place(key), what, arguments);
    } else {
      errors.add(variable, what, arguments);
    }
  }

  /** A text without space around it. */
  public String text(String variable, String otherwise) {
    String value = optional(variable);
    return value == null ? otherwise : value;
  }

  /** An absolute path, of a folder. */
  public Path folder(String variable, String otherwise) {
    return path(variable, text(variable, otherwise));
  }

  /** An absolute path, of a file; null if it is not given. */
  public @Nullable Path file(String variable) {
    String value = optional(variable);
    return value == null ? null : path(variable, value);
  }

  /**
   * A whole number within bounds, both included. The text of {@code wrong} gets the value and the
   * bounds.
   */
  public int number(String variable, int least, int most, int otherwise, String wrong) {
    String text = text(variable, String.valueOf(otherwise));
    if (text.matches("[0-9]{1,9}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    error(variable, wrong, text, least, most);
    return otherwise;
  }

  /**
   * A port.
   *
   * @param least 0 where any free one will do, else 1
   */
  public int port(String variable, int least, int otherwise) {
    return number(variable, least, 65_535, otherwise, "port");
  }

  /** An address that begins with http:// or https:// and has a host, and no user. */
  public URI url(String variable, URI otherwise) {
    String text = text(variable, otherwise.toString());
    try {
      URI url = URI.create(text);
      boolean http =
          "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      if (http && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null) {
        return url;
      }
    } catch (IllegalArgumentException _) {
      // Reported below.
    }
    error(variable, "address", text);
    return otherwise;
  }

  /** Security contacts: addresses by RFC 9116, with commas between them. */
  public List<String> contacts(String variable) {
    List<String> contacts =
        Stream.of(text(variable, "").split(",", -1))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
    for (String contact : contacts) {
      if (!CONTACT.matcher(contact).matches()) {
        error(variable, "contact", contact);
      }
    }
    return contacts;
  }

  /** Whose {@code X-Forwarded-…} are believed. */
  public TrustedProxies proxies(String variable) {
    return TrustedProxies.of(text(variable, ""), wrong -> error(variable, "proxy", wrong));
  }

  /** A secret, from the variable itself or from the file that {@code <variable>_FILE} names. */
  public @Nullable String secret(String variable) {
    String value = environment.get(variable);
    String named = environment.get(variable + "_FILE");
    if (value != null && !value.isBlank()) {
      return value;
    }
    if (named == null || named.isBlank()) {
      return null;
    }
    try {
      return Files.readString(path(variable + "_FILE", named)).strip();
    } catch (IOException e) {
      errors.add(variable + "_FILE", "secret-file", named, e.getClass().getSimpleName());
      return null;
    }
  }

  private Path path(String variable, String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException _) {
      error(variable, "path", text);
      return Path.of(".").toAbsolutePath().normalize();
    }
  }
}
