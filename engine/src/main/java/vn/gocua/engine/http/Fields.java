package vn.gocua.engine.http;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a small JSON request, read one by one; anything wrong is a 400 that names it. */
public final class Fields {
  private final ObjectNode object;

  /**
   * @throws Problem {@code unknown-field} if there is any other field
   */
  public Fields(ObjectNode object, Set<String> known) {
    this.object = object;
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw Problem.of(400, "unknown-field", name, String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  public String text(String name, int maxLength) {
    String text = optionalText(name, maxLength);
    if (text == null || text.isBlank()) {
      throw Problem.of(400, "missing-field", name);
    }
    return text;
  }

  public @Nullable String optionalText(String name, int maxLength) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isString() || node.stringValue().length() > maxLength) {
      throw Problem.of(400, "wrong-type", name);
    }
    return node.stringValue();
  }

  public int integer(String name, int min, int max, int otherwise) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return otherwise;
    }
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw Problem.of(400, "wrong-type", name);
    }
    int number = node.intValue();
    if (number < min || number > max) {
      throw Problem.of(400, "out-of-range", name, min, max);
    }
    return number;
  }
}
