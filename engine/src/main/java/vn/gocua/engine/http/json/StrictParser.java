package vn.gocua.engine.http.json;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import vn.gocua.base.text.Brief;
import vn.gocua.base.text.NormalText;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Parses a request's JSON more strictly than Jackson alone: within {@link JsonBounds}, no repeated
 * name in an object, nothing after the one value.
 */
final class StrictParser {
  private final JsonParser parser;
  private final JsonBounds bounds;
  private int nests;

  private StrictParser(JsonParser parser, JsonBounds bounds) {
    this.parser = parser;
    this.bounds = bounds;
  }

  /**
   * Reads exactly one value.
   *
   * @param reading reads the whole value, from {@link #next} on
   * @throws Refusal if it is not JSON, a field is repeated, or it exceeds the bounds
   */
  static <T> T read(byte[] json, JsonBounds bounds, Function<StrictParser, T> reading) {
    if (json.length > bounds.mostBytes()) {
      throw Refusal.of(RequestReason.BODY_TOO_LARGE, bounds.inWords());
    }
    try (JsonParser parser = bounds.parser(json)) {
      return new StrictParser(parser, bounds).whole(reading);
    } catch (JacksonException _) {
      throw notJson();
    }
  }

  /** The same of a tree, which is within its bounds. */
  static <T> T read(JsonNode tree, Function<StrictParser, T> reading) {
    try (JsonParser parser = tree.traverse(ObjectReadContext.empty())) {
      return new StrictParser(parser, JsonBounds.LARGE).whole(reading);
    }
  }

  private <T> T whole(Function<StrictParser, T> reading) {
    try {
      T value = reading.apply(this);
      if (parser.nextToken() != null) {
        throw notJson();
      }
      return value;
    } catch (StreamConstraintsException _) {
      throw parser.streamReadContext().getNestingDepth() >= JsonBounds.DEEPEST
          ? Refusal.of(RequestReason.TOO_DEEP, JsonBounds.DEEPEST)
          : tooComplex(bounds.mostTokens());
    }
  }

  static Refusal notJson() {
    return Refusal.of(RequestReason.NOT_JSON);
  }

  private static Refusal tooComplex(int most) {
    return Refusal.of(RequestReason.TOO_COMPLEX, most, JsonBounds.LONGEST_NAME);
  }

  /** The next token; there has to be one. */
  JsonToken next() {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw notJson();
    }
    return token;
  }

  /** Counts an object or an array that has just begun. */
  void nest() {
    nests++;
    if (nests > JsonBounds.MOST_NESTS) {
      throw tooComplex(JsonBounds.MOST_NESTS);
    }
  }

  /**
   * The name of an object's next field; null at the object's end.
   *
   * @param seen the names before it, of the same object
   */
  @Nullable String name(Set<String> seen) {
    if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
      return null;
    }
    String name = Objects.requireNonNull(parser.currentName());
    if (!seen.add(name)) {
      throw Refusal.of(RequestReason.DUPLICATE_FIELD, place(parser.streamReadContext()));
    }
    if (seen.size() > JsonBounds.MOST_FIELDS) {
      throw tooComplex(JsonBounds.MOST_FIELDS);
    }
    return name;
  }

  /** The text of this token; null if it has half a character. */
  @Nullable String text() {
    String text = parser.getString();
    return NormalText.isWhole(text) ? text : null;
  }

  /** Whether this token, a number, is too long for calculations. */
  boolean isTooLong() {
    return parser.getStringLength() > JsonBounds.LONGEST_NUMBER;
  }

  /** This token, a whole number; null if it is no {@code int}. */
  @Nullable Integer integer() {
    return isTooLong() || parser.getNumberType() != JsonParser.NumberType.INT
        ? null
        : Integer.valueOf(parser.getIntValue());
  }

  /** This token, a number; null if it is too long to reckon with. */
  @Nullable Double decimal() {
    return isTooLong() ? null : Double.valueOf(parser.getDoubleValue());
  }

  /** Jackson's parser, for numbers. */
  JsonParser parser() {
    return parser;
  }

  /** Reads over the value that this token begins, as strictly as any other. */
  void skip(JsonToken token) {
    switch (token) {
      case START_OBJECT -> {
        nest();
        Set<String> seen = new HashSet<>();
        while (name(seen) != null) {
          skip(next());
        }
      }
      case START_ARRAY -> {
        nest();
        for (JsonToken item = next(); item != JsonToken.END_ARRAY; item = next()) {
          skip(item);
        }
      }
      case VALUE_STRING -> {
        String _ = parser.getString();
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {}
      case NOT_AVAILABLE -> {} // In a tree: what StrictJson makes no value of.
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT -> throw notJson();
    }
  }

  /** The parser's place, such as {@code checkIns[3].minutes}; for messages only. */
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
