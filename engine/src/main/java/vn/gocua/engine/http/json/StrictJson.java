package vn.gocua.engine.http.json;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Reads a request's JSON as a tree, where there is no record. Too long numbers and texts with half
 * a character become nodes that no field accepts. So only their field is at fault.
 */
final class StrictJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final StrictParser in;

  private StrictJson(StrictParser in) {
    this.in = in;
  }

  /**
   * Reads exactly one value.
   *
   * @throws Refusal if it is not JSON, a field is repeated, or it exceeds the bounds
   */
  static JsonNode read(byte[] json, JsonBounds bounds) {
    return StrictParser.read(json, bounds, in -> new StrictJson(in).value(in.next()));
  }

  private JsonNode value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT ->
          in.isTooLong() ? NODES.missingNode() : NODES.numberNode(in.parser().getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw StrictParser.notJson();
    };
  }

  private JsonNode text() {
    String text = in.text();
    return text == null ? NODES.missingNode() : NODES.stringNode(text);
  }

  private JsonNode integer() {
    if (in.isTooLong()) {
      return NODES.missingNode();
    }
    JsonParser parser = in.parser();
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private ObjectNode object() {
    in.nest();
    ObjectNode object = NODES.objectNode();
    Set<String> seen = new HashSet<>();
    for (String name = in.name(seen); name != null; name = in.name(seen)) {
      object.set(name, value(in.next()));
    }
    return object;
  }

  private ArrayNode array() {
    in.nest();
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = in.next(); token != JsonToken.END_ARRAY; token = in.next()) {
      array.add(value(token));
    }
    return array;
  }
}
