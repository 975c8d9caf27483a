package vn.gocua.engine.http.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.protocol.Refusal;

/** The fields of a small JSON request, read one by one; anything wrong is a 400 that names it. */
public final class Fields {
  private final ObjectNode object;
  private final String path;

  /**
   * @throws Refusal {@code unknown-field} if there is any other field
   */
  public Fields(ObjectNode object, Set<String> known) {
    this(object, known, "");
  }

  private Fields(ObjectNode object, Set<String> known, String path) {
    this.object = object;
    this.path = path;
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw Refusal.invalid("unknown-field", path + name, new TreeSet<>(known));
      }
    }
  }

  public String text(String name, int maxLength) {
    String text = optionalText(name, maxLength);
    if (text == null || text.isBlank()) {
      throw Refusal.invalid("missing-field", path + name);
    }
    return text;
  }

  public @Nullable String optionalText(String name, int maxLength) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isString() || node.stringValue().length() > maxLength) {
      throw Refusal.invalid("wrong-type", path + name);
    }
    return node.stringValue();
  }

  /** Whether a field is there and says {@code null}, which is more than leaving it out. */
  public boolean isNull(String name) {
    JsonNode node = object.get(name);
    return node != null && node.isNull();
  }

  /** The fields of an object within; null if there is none. */
  public @Nullable Fields optionalObject(String name, Set<String> known) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!(node instanceof ObjectNode inner)) {
      throw Refusal.invalid("wrong-type", path + name);
    }
    return new Fields(inner, known, path + name + ".");
  }

  /** A list of short texts; empty if there is none. */
  public List<String> texts(String name, int most, int maxLength) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return List.of();
    }
    if (!node.isArray() || node.size() > most) {
      throw Refusal.invalid("wrong-type", path + name);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : node) {
      if (!item.isString() || item.stringValue().length() > maxLength) {
        throw Refusal.invalid("wrong-type", path + name);
      }
      texts.add(item.stringValue());
    }
    return texts;
  }

  public boolean flag(String name, boolean otherwise) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return otherwise;
    }
    if (!node.isBoolean()) {
      throw Refusal.invalid("wrong-type", path + name);
    }
    return node.booleanValue();
  }

  /** A whole number that must be there. */
  public int integer(String name, int min, int max) {
    if (object.get(name) == null || object.get(name).isNull()) {
      throw Refusal.invalid("missing-field", path + name);
    }
    return integer(name, min, max, min);
  }

  public int integer(String name, int min, int max, int otherwise) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return otherwise;
    }
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw Refusal.invalid("wrong-type", path + name);
    }
    int number = node.intValue();
    if (number < min || number > max) {
      throw Refusal.invalid("out-of-range", path + name, min, max);
    }
    return number;
  }
}
