package vn.gocua.base.settings;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import vn.gocua.base.text.NormalText;

/**
 * One mapping of a YAML file, read key by key. A wrong or missing value is reported with its line
 * and replaced by a harmless one, so that reading goes on. Call {@link #end} last, to report unread
 * keys.
 */
public final class YamlMap {
  private final String file;
  private final int line;
  private final ConfigErrors errors;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();

  YamlMap(String file, List<NodeTuple> tuples, int line, ConfigErrors errors) {
    this.file = file;
    this.line = line;
    this.errors = errors;
    for (NodeTuple tuple : tuples) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        if (values.put(key.getValue(), tuple.getValueNode()) != null) {
          error(key, "twice", key.getValue());
        }
      } else {
        error(tuple.getKeyNode(), "key-word");
      }
    }
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** A text that is there and not blank, in NFC. */
  public String text(String key) {
    String text = scalar(key);
    return text == null ? "" : text;
  }

  /** A text, in NFC; null if it is missing or blank, which is no mistake. */
  public @Nullable String textIfAny(String key) {
    boolean blank = values.get(key) instanceof ScalarNode scalar && scalar.getValue().isBlank();
    String text = has(key) && !blank ? text(key) : "";
    return text.isEmpty() ? null : text;
  }

  /** As {@link #text(String)}, with a largest length. */
  public String text(String key, int longest) {
    String text = text(key);
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      error(key, "too-long", key, longest, length);
    }
    return text;
  }

  /**
   * A text parsed by {@code parse}, which throws IllegalArgumentException or DateTimeException.
   *
   * @param wrong the mistake's text with value and bounds: a key of the message bundle; or the
   *     expected form
   */
  public <T> T parsed(
      String key, String wrong, T otherwise, Function<String, T> parse, Object... bounds) {
    String text = scalar(key);
    if (text == null) {
      return otherwise;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException _) {
      if (ConfigErrors.knows(wrong)) {
        error(key, wrong, Stream.concat(Stream.of(text), Stream.of(bounds)).toArray());
      } else {
        error(key, "not-expected", text, wrong);
      }
      return otherwise;
    }
  }

  /** A whole number within bounds, both included. */
  public int integer(String key, int min, int max) {
    return parsed(
        key,
        "whole-number",
        min,
        text -> {
          int number = Integer.parseInt(text);
          if (number < min || number > max) {
            throw new IllegalArgumentException(text);
          }
          return number;
        },
        min,
        max);
  }

  public int integer(String key, int min, int max, int otherwise) {
    return has(key) ? integer(key, min, max) : otherwise;
  }

  public boolean flag(String key, boolean otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    return parsed(
        key,
        "yes-or-no",
        otherwise,
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(text);
            });
  }

  /** Whether a key has the value «[]». */
  public boolean isEmptyList(String key) {
    return values.get(key) instanceof SequenceNode sequence && sequence.getValue().isEmpty();
  }

  /** The mappings of a list; an empty or missing list is a mistake. */
  public List<YamlMap> maps(String key) {
    List<YamlMap> maps = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof MappingNode mapping) {
        maps.add(new YamlMap(file, mapping.getValue(), lineOf(item), errors));
      } else {
        error(item, "like-neighbours");
      }
    }
    return maps;
  }

  /** The words of a list; an empty or missing list is a mistake. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        texts.add(scalar.getValue().strip());
      } else {
        error(item, "word");
      }
    }
    return texts;
  }

  /** A mapping within this one; a missing one is a mistake. */
  public YamlMap map(String key) {
    asked.add(key);
    Node node = values.get(key);
    if (node instanceof MappingNode mapping) {
      return new YamlMap(file, mapping.getValue(), lineOf(node), errors);
    }
    error(key, node == null ? "missing" : "lines", key);
    return new YamlMap(file, List.of(), line, new ConfigErrors());
  }

  /** Notes a mistake at a key's line, or at this mapping's where the key is missing. */
  public void error(String key, String what, Object... arguments) {
    errors.add(place(key), what, arguments);
  }

  /** The file and the line of a key, or of this mapping where the key is missing. */
  public String place(String key) {
    Node node = values.get(key);
    return file + ":" + (node == null ? line : lineOf(node));
  }

  /** Accepts keys without reading them. */
  public void known(Set<String> keys) {
    asked.addAll(keys);
  }

  /** Notes every key that is there but means nothing. */
  public void end() {
    for (var entry : values.entrySet()) {
      if (!asked.contains(entry.getKey())) {
        error(
            entry.getValue(),
            "unknown",
            entry.getKey(),
            String.join(", ", asked.stream().sorted().toList()));
      }
    }
  }

  private @Nullable String scalar(String key) {
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      error(key, "missing", key);
      return null;
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return NormalText.composed(scalar.getValue().strip());
    }
    error(key, node instanceof ScalarNode ? "empty" : "one-value", key);
    return null;
  }

  private List<Node> items(String key) {
    asked.add(key);
    Node node = values.get(key);
    if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
      return sequence.getValue();
    }
    error(key, node == null ? "missing" : "list", key);
    return List.of();
  }

  private void error(Node node, String what, Object... arguments) {
    errors.add(file + ":" + lineOf(node), what, arguments);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
