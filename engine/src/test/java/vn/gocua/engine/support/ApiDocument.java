package vn.gocua.engine.support;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The engine's own description of its API, and whether what it answers is as described. */
public final class ApiDocument {
  private static final String NAME = "https://gocua.invalid/openapi.json";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "head", "options", "patch");

  /** Numbers and truths, as they stand in an address. */
  private static final Pattern LITERAL = Pattern.compile("-?\\d{1,18}(\\.\\d+)?|true|false");

  private final JsonNode root;
  private final SchemaRegistry registry;

  /** By where they stand; made once, for thousands of values are held to them. */
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /** The document that the engine is built with. */
  public static ApiDocument own() {
    try (InputStream in = ApiDocument.class.getResourceAsStream("/openapi.yaml")) {
      return new ApiDocument(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a document in YAML. */
  public ApiDocument(String yaml) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    root = JsonMapper.shared().valueToTree(tree);
    JsonNode strict = root.deepCopy();
    strict.path("components").path("schemas").forEach(schema -> refuseMore(schema));
    registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getDraft202012(),
            builder ->
                builder
                    .schemas(Map.of(NAME, strict.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /**
   * In answers nothing may stand that the document does not name, though clients are told to pass
   * over it. What others are built of by «allOf» stays open.
   */
  private void refuseMore(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      boolean closed = object.has("additionalProperties");
      boolean part = object.equals(root.at("/components/schemas/Counters"));
      if (!closed && !part && (object.has("properties") || object.has("allOf"))) {
        object.put("unevaluatedProperties", false);
      }
      object.path("properties").forEach(this::refuseMore);
      refuseMore(object.path("items"));
    }
  }

  /** One method of one path. */
  public record Operation(String method, String path, JsonNode json) {
    public String id() {
      return json.path("operationId").asString();
    }

    /** Names of the security schemes of which one lets in; none: whoever asks is let in. */
    public Set<String> letsIn() {
      Set<String> schemes = new TreeSet<>();
      json.path("security").forEach(each -> schemes.addAll(each.propertyNames()));
      return schemes;
    }

    @Override
    public String toString() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method -> {
                  if (METHODS.contains(method.getKey())) {
                    operations.add(
                        new Operation(method.getKey(), path.getKey(), method.getValue()));
                  }
                }));
    return operations;
  }

  public Operation operation(String id) {
    return operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no operation " + id));
  }

  public JsonNode json() {
    return root;
  }

  /** What a reference stands for; what is none stays as it is. */
  public JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
  }

  /**
   * What in the value of a parameter is not as its schema describes it.
   *
   * @param number of the parameter, in the order of the document
   * @param value as it stands in an address or a header, decoded
   */
  List<String> complaints(Operation operation, int number, String value) {
    JsonNode parameter = operation.json().path("parameters").path(number);
    String reference = parameter.path("$ref").asString("");
    String at =
        reference.isEmpty() ? pointer(operation) + "/parameters/" + number : reference.substring(1);
    List<String> asText = complaints(at + "/schema", StringNode.valueOf(value));
    if (asText.isEmpty() || !LITERAL.matcher(value).matches()) {
      return asText;
    }
    return complaints(at + "/schema", JsonMapper.shared().readTree(value));
  }

  /** What in an answer is not as an operation describes it. */
  public List<String> complaints(Operation operation, Answer answer) {
    List<String> ofHead = complaintsOfHead(operation, answer);
    String type = type(answer);
    return ofHead.isEmpty() && type.endsWith("json")
        ? complaints(media(operation, answer) + "/schema", answer.json())
        : ofHead;
  }

  /** The same, for an answer whose body was not read. */
  List<String> complaintsOfHead(Operation operation, Answer answer) {
    JsonNode response = root.at(response(operation, answer));
    if (response.isMissingNode()) {
      return List.of(operation + ": status " + answer.status() + " is not described");
    }
    String type = type(answer);
    if (type.isEmpty() && !response.has("content")) {
      return List.of();
    }
    return root.at(media(operation, answer)).isMissingNode()
        ? List.of(operation + ": " + type + " is not described for " + answer.status())
        : List.of();
  }

  private String response(Operation operation, Answer answer) {
    String described = pointer(operation) + "/responses/" + answer.status();
    String reference = root.at(described).path("$ref").asString("");
    return reference.isEmpty() ? described : reference.substring(1);
  }

  private String media(Operation operation, Answer answer) {
    return response(operation, answer) + "/content/" + escaped(type(answer));
  }

  private static String type(Answer answer) {
    return answer.header("content-type").replaceAll(";.*", "");
  }

  /** What in a request's body is not as an operation describes it. */
  public List<String> complaints(Operation operation, JsonNode body) {
    return complaints(pointer(operation) + "/requestBody/content/application~1json/schema", body);
  }

  /** What in a value is not as a schema among the components describes it. */
  public List<String> complaintsOf(String schema, JsonNode value) {
    return complaints("/components/schemas/" + schema, value);
  }

  /**
   * What in a value is not as a schema describes it.
   *
   * @param pointer where in the document the schema stands
   */
  public List<String> complaints(String pointer, JsonNode value) {
    Schema schema =
        schemas.computeIfAbsent(
            pointer, _ -> registry.getSchema(SchemaLocation.of(NAME + "#" + pointer)));
    return schema.validate(value).stream().map(Object::toString).toList();
  }

  /** Where an operation stands in the document. */
  public static String pointer(Operation operation) {
    return "/paths/" + escaped(operation.path()) + "/" + operation.method();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
