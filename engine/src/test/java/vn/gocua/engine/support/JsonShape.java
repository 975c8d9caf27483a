package vn.gocua.engine.support;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shape of JSON: the names of its fields and the types of their values, but no value. All
 * elements of an array are told together; a field that some of them lack ends in «?».
 */
public final class JsonShape {
  public static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern TIME =
      Pattern.compile(DATE.pattern() + "T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)");

  /** So much of what is many tells how it looks. */
  private static final int SHOWN = 2;

  private final Set<String> names;

  /**
   * @param names every name that a field may have; other names are keys of a map, told as «*»
   */
  public JsonShape(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  /** Shapes whose fields are the properties that a document describes, however deep. */
  public static JsonShape of(ApiDocument document) {
    Set<String> names = new TreeSet<>();
    addNames(document.json(), names);
    return new JsonShape(names);
  }

  private static void addNames(JsonNode node, Set<String> names) {
    names.addAll(node.path("properties").propertyNames());
    node.values().forEach(child -> addNames(child, names));
  }

  /** The same with the first elements of each array, and the first entries of each map. */
  public JsonNode shortened(JsonNode json) {
    if (json instanceof ArrayNode array) {
      ArrayNode few = array.arrayNode();
      for (int i = 0; i < Math.min(SHOWN, array.size()); i++) {
        few.add(shortened(array.path(i)));
      }
      return few;
    }
    if (json instanceof ObjectNode object) {
      ObjectNode few = object.objectNode();
      int entries = 0;
      for (var field : object.properties()) {
        if (names.contains(field.getKey()) || entries++ < SHOWN) {
          few.set(field.getKey(), shortened(field.getValue()));
        }
      }
      return few;
    }
    return json;
  }

  /** A line a path, such as {@code teams[].code: string}, in alphabetical order of names. */
  public List<String> of(JsonNode json) {
    List<String> lines = new ArrayList<>();
    add("", List.of(json), lines);
    return lines;
  }

  private void add(String path, List<JsonNode> values, List<String> lines) {
    Set<String> types = new TreeSet<>();
    List<JsonNode> objects = new ArrayList<>();
    List<JsonNode> elements = new ArrayList<>();
    for (JsonNode value : values) {
      types.add(type(value));
      if (value.isObject()) {
        objects.add(value);
      }
      value
          .values()
          .forEach(element -> {
            if (value.isArray()) {
              elements.add(element);
            }
          });
    }
    // What is inside tells of objects and arrays that are not empty.
    Set<String> told = new LinkedHashSet<>(types);
    told.remove("object");
    if (!elements.isEmpty()) {
      told.remove("array");
    }
    if (!told.isEmpty()) {
      lines.add((path.isEmpty() ? "(all)" : path) + ": " + String.join(" | ", told));
    }
    if (!elements.isEmpty()) {
      add(path + "[]", elements, lines);
    }
    addFields(path, objects, lines);
  }

  private void addFields(String path, List<JsonNode> objects, List<String> lines) {
    TreeMap<String, List<JsonNode>> fields = new TreeMap<>();
    TreeMap<String, Integer> having = new TreeMap<>();
    for (JsonNode object : objects) {
      Set<String> own = new TreeSet<>();
      object
          .properties()
          .forEach(field -> {
            String name = names.contains(field.getKey()) ? field.getKey() : "*";
            fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(field.getValue());
            own.add(name);
          });
      own.forEach(name -> having.merge(name, 1, Integer::sum));
    }
    if (!objects.isEmpty() && fields.isEmpty()) {
      lines.add((path.isEmpty() ? "(all)" : path) + ": {}");
    }
    fields.forEach((name, values) -> {
      boolean always = having.getOrDefault(name, 0) == objects.size();
      String child = (path.isEmpty() ? "" : path + ".") + name + (always ? "" : "?");
      add(child, values, lines);
    });
  }

  private static String type(JsonNode value) {
    if (value.isString()) {
      return typeOf(value.asString());
    }
    if (value.isNumber()) {
      return value.isIntegralNumber() ? "integer" : "number";
    }
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      default -> "null";
    };
  }

  private static String typeOf(String text) {
    if (UUID.matcher(text).matches()) {
      return "uuid";
    }
    if (DATE.matcher(text).matches()) {
      return "date";
    }
    if (TIME.matcher(text).matches()) {
      return text.endsWith("Z") ? "time in UTC" : "time with offset";
    }
    return "string";
  }
}
