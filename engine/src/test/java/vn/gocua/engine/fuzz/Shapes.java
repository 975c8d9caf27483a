package vn.gocua.engine.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that fit the document's schemas. */
final class Shapes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String[] TIMES = {
    "2025-08-22T09:30:00+07:00",
    "2025-08-21T18:00:00+07:00",
    "2025-08-25T19:30:00+07:00",
    "2025-08-22T23:59:59Z",
    "2026-03-01T00:00:00Z"
  };

  private final JsonNode document;
  private final Pool pool;

  Shapes(JsonNode document, Pool pool) {
    this.document = document;
    this.pool = pool;
  }

  /** A value of a schema, that of a field of this name. */
  JsonNode make(JsonNode schema, String name, RandomGenerator random, int depth) {
    JsonNode is = resolved(schema);
    if (is.has("const")) {
      return is.path("const");
    }
    JsonNode choices = is.has("enum") ? is.path("enum") : is.path("examples");
    if (!choices.isEmpty()) {
      return choices.get(random.nextInt(choices.size()));
    }
    for (String either : new String[] {"oneOf", "anyOf"}) {
      if (is.path(either).size() > 0 && !is.has("properties")) {
        return make(
            is.path(either).get(random.nextInt(is.path(either).size())), name, random, depth);
      }
    }
    return switch (type(is, random)) {
      case "object" -> object(is, random, depth);
      case "array" -> array(is, name, random, depth);
      case "integer" -> NODES.numberNode(number(is, random));
      case "number" -> NODES.numberNode(number(is, random) + random.nextInt(10) / 10.0);
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "null" -> NODES.nullNode();
      default -> NODES.stringNode(text(is, name, random));
    };
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode is = schema;
    while (is.has("$ref")) {
      is = document.at(is.path("$ref").asString().substring(1));
    }
    return is;
  }

  private static String type(JsonNode schema, RandomGenerator random) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.get(random.nextInt(type.size())).asString();
    }
    boolean object = schema.has("properties") || schema.has("allOf");
    return type.asString(object ? "object" : "string");
  }

  private JsonNode object(JsonNode schema, RandomGenerator random, int depth) {
    ObjectNode made = JsonMapper.shared().createObjectNode();
    Map<String, JsonNode> fields = new TreeMap<>();
    Map<String, Boolean> required = new TreeMap<>();
    collect(schema, fields, required);
    fields.forEach((field, of) -> {
      if (required.containsKey(field) || (depth < 5 && random.nextInt(5) > 1)) {
        made.set(field, make(of, field, random, depth + 1));
      }
    });
    JsonNode more = schema.path("additionalProperties");
    if (more.isObject()) {
      made.set(pool.pick("team", random), make(more, "", random, depth + 1));
    }
    return made;
  }

  private void collect(
      JsonNode schema, Map<String, JsonNode> fields, Map<String, Boolean> required) {
    JsonNode is = resolved(schema);
    is.path("properties").properties().forEach(each -> fields.put(each.getKey(), each.getValue()));
    is.path("required").forEach(each -> required.put(each.asString(), true));
    is.path("allOf").forEach(each -> collect(each, fields, required));
  }

  private JsonNode array(JsonNode schema, String name, RandomGenerator random, int depth) {
    ArrayNode made = JsonMapper.shared().createArrayNode();
    int size = Math.max(schema.path("minItems").asInt(0), random.nextInt(3));
    for (int i = 0; i < size; i++) {
      made.add(make(schema.path("items"), name, random, depth + 1));
    }
    return made;
  }

  private static int number(JsonNode schema, RandomGenerator random) {
    int min = schema.path("minimum").asInt(0);
    int max = schema.path("maximum").asInt(min + 1000);
    return switch (random.nextInt(4)) {
      case 0 -> min;
      case 1 -> max;
      default -> min + random.nextInt(Math.max(1, Math.min(100, max - min)));
    };
  }

  private String text(JsonNode schema, String name, RandomGenerator random) {
    String format = schema.path("format").asString("");
    return switch (format) {
      case "date-time" -> TIMES[random.nextInt(TIMES.length)];
      case "date" -> pool.pick("date", random);
      case "uuid" ->
          random.nextInt(3) == 0 && pool.knows(name)
              ? pool.pick(name, random)
              : new UUID(
                      (random.nextLong() & ~0xF000L) | 0x7000L,
                      (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L)
                  .toString();
      default -> pool.pick(name, random);
    };
  }
}
