package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.ApiDocument;
import vn.gocua.engine.support.ProtocolEndpoints;
import vn.gocua.protocol.body.Item;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Patch;
import vn.gocua.protocol.body.Range;
import vn.gocua.protocol.endpoint.Endpoint;

/** The API's document gives each body's fields and limits as the records of the protocol do. */
class ApiBodiesTest {
  private static final ApiDocument DOCUMENT = ApiDocument.own();

  static List<Endpoint<?, ?>> bodies() {
    return ProtocolEndpoints.all().stream().filter(endpoint -> endpoint.body().isRecord()).toList();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void shouldDescribeFieldsAndLimitsOfABody(Endpoint<?, ?> endpoint) {
    JsonNode operation =
        DOCUMENT
            .json()
            .path("paths")
            .path(endpoint.path())
            .path(endpoint.method().name().toLowerCase(Locale.ROOT));
    JsonNode schema =
        operation.path("requestBody").path("content").path("application/json").path("schema");
    List<String> differences = new ArrayList<>();
    compare("", endpoint.body(), schema, false, differences);
    assertThat(differences).as(endpoint.method() + " " + endpoint.path()).isEmpty();
  }

  private static void compare(
      String at, Class<?> type, JsonNode described, boolean item, List<String> differences) {
    JsonNode schema = resolved(described);
    if (schema.path("additionalProperties").asBoolean(true)) {
      differences.add(at + ": other fields are refused by the reader, not by the document");
    }
    Map<String, RecordComponent> fields = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
      fields.put(name == null ? component.getName() : name.value(), component);
    }
    Set<String> names = new TreeSet<>(schema.path("properties").propertyNames());
    if (!names.equals(new TreeSet<>(fields.keySet()))) {
      differences.add(at + "fields: record " + fields.keySet() + ", document " + names);
    }
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.asString()));
    fields.forEach((name, component) -> {
      AnnotatedType kind = component.getAnnotatedType();
      boolean optional =
          kind.isAnnotationPresent(Nullable.class) || component.getType() == Patch.class;
      if (optional && required.contains(name)) {
        differences.add(at + name + ": may be left out by the record, not by the document");
      }
      if (!optional && !required.contains(name)) {
        differences.add(at + name + ": required by the record, not in the document");
      }
      JsonNode field = schema.path("properties").path(name);
      if (optional && !takesNull(field)) {
        differences.add(at + name + ": may be null by the record, not by the document");
      }
      if (!optional && !item && component.getType() == String.class && takesBlank(field)) {
        differences.add(at + name + ": may not be blank by the record, may by the document");
      }
      value(at + name, kind, field, differences);
    });
  }

  private static boolean takesNull(JsonNode described) {
    JsonNode schema = DOCUMENT.resolved(described);
    for (String choices : List.of("oneOf", "anyOf")) {
      for (JsonNode choice : schema.path(choices)) {
        if (takesNull(choice)) {
          return true;
        }
      }
    }
    return Stream.of("type", "enum")
        .map(schema::path)
        .filter(node -> !node.isMissingNode())
        .allMatch(node ->
            node.asString("").equals("null")
                || node.valueStream().anyMatch(one -> one.asString("null").equals("null")));
  }

  private static boolean takesBlank(JsonNode described) {
    JsonNode schema = resolved(described);
    String pattern = schema.path("pattern").asString("");
    return Stream.of("enum", "format").noneMatch(schema::has)
        && Pattern.compile(pattern).matcher(" ").find();
  }

  private static void value(
      String at, AnnotatedType kind, JsonNode described, List<String> differences) {
    JsonNode schema = resolved(described);
    Class<?> type = raw(kind.getType());
    if (type == Patch.class) {
      value(at, argument(kind), schema, differences);
      return;
    }
    if (type == Item.class) {
      compare(at + ".", raw(argument(kind).getType()), schema, true, differences);
      return;
    }
    Max max = kind.getAnnotation(Max.class);
    if (max != null) {
      bound(at, type == List.class ? "maxItems" : "maxLength", max.value(), schema, differences);
    }
    Range range = kind.getAnnotation(Range.class);
    if (range != null) {
      bound(at, "minimum", range.min(), schema, differences);
      bound(at, "maximum", range.max(), schema, differences);
    }
    if (type == List.class) {
      value(at + "[]", argument(kind), schema.path("items"), differences);
    } else if (type.isRecord()) {
      compare(at + ".", type, schema, false, differences);
    }
  }

  /** A choice, a format or a pattern says more of a text than its length. */
  private static void bound(
      String at, String what, int wanted, JsonNode schema, List<String> differences) {
    JsonNode found = schema.path(what);
    boolean said = Stream.of("enum", "format", "pattern").anyMatch(schema::has);
    if (found.isMissingNode() ? !said : found.asInt() != wanted) {
      differences.add(
          "%s: %s %d by the record, %s in the document"
              .formatted(at, what, wanted, found.isMissingNode() ? "none" : found.asInt()));
    }
  }

  private static AnnotatedType argument(AnnotatedType kind) {
    return ((AnnotatedParameterizedType) kind).getAnnotatedActualTypeArguments()[0];
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }

  /** The schema that is referred to, also where null may stand instead. */
  private static JsonNode resolved(JsonNode schema) {
    for (JsonNode choice : schema.path("oneOf")) {
      if (!choice.path("type").asString("").equals("null")) {
        return resolved(choice);
      }
    }
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : resolved(DOCUMENT.json().at(reference.substring(1)));
  }

  @Test
  void shouldFindBodies() {
    assertThat(bodies()).hasSizeGreaterThan(30);
  }
}
