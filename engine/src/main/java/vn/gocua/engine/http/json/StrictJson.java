package vn.gocua.engine.http.json;

import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.base.text.NormalText;

/**
 * Reads a request's JSON as a tree, more strictly than Jackson alone: within {@link JsonBounds}, no
 * name twice. A number too long to reckon with, and a text with half a character, become a node of
 * no type that a field could have, so that it is the fault of its field and not of the whole
 * request.
 */
final class StrictJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final JsonBounds bounds;
  private int nests;

  private StrictJson(JsonParser parser, JsonBounds bounds) {
    this.parser = parser;
    this.bounds = bounds;
  }

  /**
   * Reads one value and nothing after it.
   *
   * @throws Problem if it is not JSON, or a field is there twice, or it goes beyond the bounds
   */
  static JsonNode read(byte[] json, JsonBounds bounds) {
    if (json.length > bounds.mostBytes()) {
      throw Problem.of(413, "body-too-large", bounds.inWords());
    }
    try (JsonParser parser = bounds.parser(json)) {
      return new StrictJson(parser, bounds).whole();
    } catch (JacksonException _) {
      throw Problem.of(400, "not-json");
    }
  }

  private JsonNode whole() {
    try {
      JsonNode tree = value(next());
      if (parser.nextToken() != null) {
        throw Problem.of(400, "not-json");
      }
      return tree;
    } catch (StreamConstraintsException _) {
      throw parser.streamReadContext().getNestingDepth() >= JsonBounds.DEEPEST
          ? Problem.of(400, "too-deep", JsonBounds.DEEPEST)
          : Problem.of(400, "too-complex", bounds.mostTokens(), JsonBounds.LONGEST_NAME);
    }
  }

  private JsonNode value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT ->
          parser.getStringLength() > JsonBounds.LONGEST_NUMBER
              ? NODES.missingNode()
              : NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw Problem.of(400, "not-json");
    };
  }

  private JsonNode text() {
    String text = parser.getString();
    return NormalText.isWhole(text) ? NODES.stringNode(text) : NODES.missingNode();
  }

  private JsonNode integer() {
    if (parser.getStringLength() > JsonBounds.LONGEST_NUMBER) {
      return NODES.missingNode();
    }
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private void nest() {
    nests++;
    if (nests > JsonBounds.MOST_NESTS) {
      throw Problem.of(400, "too-complex", JsonBounds.MOST_NESTS, JsonBounds.LONGEST_NAME);
    }
  }

  private ObjectNode object() {
    nest();
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = Objects.requireNonNull(parser.currentName());
      if (object.has(name)) {
        throw Problem.of(400, "duplicate-field", place(parser.streamReadContext()));
      }
      if (object.size() >= JsonBounds.MOST_FIELDS) {
        throw Problem.of(400, "too-complex", JsonBounds.MOST_FIELDS, JsonBounds.LONGEST_NAME);
      }
      object.set(name, value(next()));
    }
    return object;
  }

  private ArrayNode array() {
    nest();
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      array.add(value(token));
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

  /**
   * Where the parser stands, as {@code checkIns[3].minutes}; asked only when something is wrong.
   */
  private static String place(TokenStreamContext context) {
    StringBuilder place = new StringBuilder();
    for (TokenStreamContext at = context; at != null && !at.inRoot(); at = at.getParent()) {
      String step =
          at.inArray() ? "[" + at.getCurrentIndex() + "]" : "." + Brief.text(at.currentName());
      place.insert(0, step);
    }
    return place.isEmpty() || place.charAt(0) != '.' ? place.toString() : place.substring(1);
  }
}
