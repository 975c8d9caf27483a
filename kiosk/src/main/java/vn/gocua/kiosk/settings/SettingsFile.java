package vn.gocua.kiosk.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code kiosk.yaml}: optional; its keys stand for environment variables. */
final class SettingsFile {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "host", "GOCUA_KIOSK_HOST",
          "port", "GOCUA_KIOSK_PORT",
          "engineUrl", "GOCUA_ENGINE_URL",
          "publicUrl", "GOCUA_PUBLIC_URL",
          "data", "GOCUA_DATA",
          "printer", "GOCUA_KIOSK_PRINTER",
          "securityContact", "GOCUA_SECURITY_CONTACT",
          "trustedProxies", "GOCUA_TRUSTED_PROXIES");

  /** A value and the place it stands at, such as «kiosk.yaml:3 (port)». */
  record Entry(String value, String place) {}

  private SettingsFile() {}

  /** By variable name; empty if there is no file. Problems are added with their lines. */
  static Map<String, Entry> read(Path file, List<Problem> problems) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(file.getFileName().toString()).build();
      Node root = new Compose(settings).composeString(Files.readString(file)).orElse(null);
      if (root == null) {
        return Map.of();
      }
      if (!(root instanceof MappingNode mapping)) {
        problems.add(Problem.of("bad-file", file.toString(), place(file, root)));
        return Map.of();
      }
      return entries(file, mapping, problems);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      problems.add(Problem.of("bad-file", file.toString(), file.getFileName() + ":" + line));
    } catch (IOException | YamlEngineException e) {
      problems.add(Problem.of("bad-file", file.toString(), String.valueOf(e.getMessage())));
    }
    return Map.of();
  }

  private static Map<String, Entry> entries(
      Path file, MappingNode mapping, List<Problem> problems) {
    Map<String, Entry> entries = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode k ? k.getValue() : "?";
      String place = place(file, tuple.getKeyNode());
      String variable = VARIABLES.get(key);
      if (variable == null) {
        problems.add(
            Problem.of(
                "unknown-key",
                place,
                key,
                String.join(", ", VARIABLES.keySet().stream().sorted().toList())));
      } else if (!(tuple.getValueNode() instanceof ScalarNode value)) {
        problems.add(Problem.of("not-a-value", place, key));
      } else if (!value.getValue().isBlank()) {
        entries.put(variable, new Entry(value.getValue().strip(), place + " (" + key + ")"));
      }
    }
    return entries;
  }

  private static String place(Path file, Node node) {
    return file.getFileName() + ":" + (node.getStartMark().map(Mark::getLine).orElse(0) + 1);
  }
}
