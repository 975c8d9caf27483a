package vn.gocua.system.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import vn.gocua.testkit.Checkout;

/** The repository's docker-compose.yml, its merge keys resolved. */
final class ComposeFile {
  static final Path ROOT = Checkout.root();
  private static final String MERGE = "<<";

  private final Map<?, ?> document;

  private ComposeFile(Map<?, ?> document) {
    this.document = document;
  }

  static ComposeFile read() throws IOException {
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    String text = Files.readString(ROOT.resolve("docker-compose.yml"));
    return new ComposeFile(map(merged(new Load(settings).loadFromString(text))));
  }

  private static Object merged(Object value) {
    return switch (value) {
      case Map<?, ?> map -> merged(map);
      case List<?> list -> list.stream().map(item -> item == null ? "" : merged(item)).toList();
      default -> value;
    };
  }

  private static Map<?, ?> merged(Map<?, ?> map) {
    Map<Object, Object> merged = new LinkedHashMap<>();
    if (map.get(MERGE) instanceof Map<?, ?> base) {
      merged.putAll(merged(base));
    }
    map.forEach((key, value) -> {
      if (!MERGE.equals(key)) {
        merged.put(key, value == null ? Map.of() : merged(value));
      }
    });
    return merged;
  }

  static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  Map<?, ?> section(String name) {
    return map(document.get(name));
  }

  Stream<Service> services() {
    return section("services").entrySet().stream()
        .map(entry -> new Service(String.valueOf(entry.getKey()), map(entry.getValue())));
  }

  Service service(String name) {
    return services().filter(service -> service.name().equals(name)).findFirst().orElseThrow();
  }

  /** One service, and what its Dockerfile adds. */
  record Service(String name, Map<?, ?> settings) {
    Object setting(String key) {
      Object value = settings.get(key);
      return value == null ? "" : value;
    }

    List<String> list(String key) {
      return texts(setting(key));
    }

    Map<?, ?> environment() {
      return map(setting("environment"));
    }

    List<String> networks() {
      return setting("networks") instanceof Map<?, ?> map
          ? map.keySet().stream().map(String::valueOf).toList()
          : list("networks");
    }

    /** Whether it ends when its work is done. */
    boolean isJob() {
      return setting("restart").equals("on-failure");
    }

    /** The Dockerfile it is built from; empty for a ready-made image. */
    String dockerfile() throws IOException {
      Object file = map(setting("build")).get("dockerfile");
      return file == null ? "" : Files.readString(ROOT.resolve(String.valueOf(file)));
    }
  }
}
