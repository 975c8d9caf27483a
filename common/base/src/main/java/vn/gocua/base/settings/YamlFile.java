package vn.gocua.base.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a YAML file as a tree with line numbers. */
public final class YamlFile {
  private YamlFile() {}

  /**
   * As {@link #read}; a missing file, or one with comments only, is an empty mapping and no
   * mistake.
   */
  public static YamlMap readIfThere(Path file, ConfigErrors errors) {
    return Files.exists(file) && !saysNothing(file)
        ? read(file, errors)
        : new YamlMap(String.valueOf(file.getFileName()), List.of(), 1, errors);
  }

  private static boolean saysNothing(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    } catch (IOException | UncheckedIOException _) {
      // To be read, and complained of, like any other.
      return false;
    }
  }

  /**
   * Reads the mapping at the top of a file. A file that is missing, unreadable, not UTF-8, not YAML
   * or not a mapping is noted in {@code errors} and read as an empty mapping.
   */
  public static YamlMap read(Path file, ConfigErrors errors) {
    String name = String.valueOf(file.getFileName());
    try {
      return parse(name, Files.readString(file), errors);
    } catch (NoSuchFileException _) {
      errors.add(name, "no-file", file.toAbsolutePath().getParent());
    } catch (MalformedInputException _) {
      errors.add(name, "not-utf-8");
    } catch (IOException e) {
      errors.add(name, "not-readable", e.getMessage());
    }
    return new YamlMap(name, List.of(), 1, new ConfigErrors());
  }

  /**
   * Parses a mapping. A text that is not YAML or not a mapping is reported to {@code errors} and
   * read as an empty mapping.
   *
   * @param name place of the text's mistakes
   */
  public static YamlMap parse(String name, String text, ConfigErrors errors) {
    try {
      var settings = LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build();
      Node root = new Compose(settings).composeString(text).orElse(null);
      if (root instanceof MappingNode mapping) {
        return new YamlMap(name, mapping.getValue(), 1, errors);
      }
      errors.add(name, "not-lines");
    } catch (MarkedYamlEngineException e) {
      errors.add(
          name + e.getProblemMark().map(m -> ":" + (m.getLine() + 1)).orElse(""),
          "not-yaml",
          e.getProblem());
    } catch (YamlEngineException e) {
      errors.add(name, "not-yaml", e.getMessage());
    }
    return new YamlMap(name, List.of(), 1, new ConfigErrors());
  }
}
