package vn.gocua.engine.http;

import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a request's JSON as a tree, more strictly than Jackson alone: no name twice, no depth
 * without end. A number too long to reckon with becomes a node of no type that a field could have,
 * so that it is the fault of its field and not of the whole request.
 */
final class JsonTree {
  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 1000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Numbers and depth are judged here; the size of the whole is limited before. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads one value and nothing after it.
   *
   * @throws Problem if it is not JSON, or a field is there twice, or it is too deep
   */
  static JsonNode read(byte[] json) {
    try (JsonParser parser =
        FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), json)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw Problem.of(400, "not-json");
      }
      JsonNode tree = new JsonTree(parser).value(first, 1, "");
      if (parser.nextToken() != null) {
        throw Problem.of(400, "not-json");
      }
      return tree;
    } catch (JacksonException _) {
      throw Problem.of(400, "not-json");
    }
  }

  private JsonNode value(JsonToken token, int depth, String path) {
    if (depth > DEEPEST) {
      throw Problem.of(400, "too-deep", DEEPEST);
    }
    return switch (token) {
      case START_OBJECT -> object(depth, path);
      case START_ARRAY -> array(depth, path);
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT ->
          parser.getStringLength() > LONGEST_NUMBER
              ? NODES.missingNode()
              : NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw Problem.of(400, "not-json");
    };
  }

  private JsonNode integer() {
    if (parser.getStringLength() > LONGEST_NUMBER) {
      return NODES.missingNode();
    }
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private ObjectNode object(int depth, String path) {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = Objects.requireNonNull(parser.currentName());
      String place = path.isEmpty() ? name : path + "." + name;
      if (object.has(name)) {
        throw Problem.of(400, "duplicate-field", place);
      }
      object.set(name, value(next(), depth + 1, place));
    }
    return object;
  }

  private ArrayNode array(int depth, String path) {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      array.add(value(token, depth + 1, path + "[" + array.size() + "]"));
    }
    return array;
  }

  private JsonToken next() {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw Problem.of(400, "not-json");
    }
    return token;
  }
}
