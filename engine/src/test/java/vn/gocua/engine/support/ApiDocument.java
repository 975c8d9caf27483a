package vn.gocua.engine.support;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The engine's own description of its API, and whether what it answers is as described. */
public final class ApiDocument {
  private static final String NAME = "https://gocua.invalid/openapi.json";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "head", "options", "patch");

  private final JsonNode root;
  private final SchemaRegistry registry;

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

  /** What in an answer is not as an operation describes it. */
  public List<String> complaints(Operation operation, Answer answer) {
    String described = pointer(operation) + "/responses/" + answer.status();
    JsonNode response = root.at(described);
    String reference = response.path("$ref").asString("");
    if (!reference.isEmpty()) {
      described = reference.substring(1);
      response = root.at(described);
    }
    if (response.isMissingNode()) {
      return List.of(operation + ": status " + answer.status() + " is not described");
    }
    String type = answer.header("content-type").replaceAll(";.*", "");
    if (type.isEmpty() && !response.has("content")) {
      return List.of();
    }
    String content = described + "/content/" + escaped(type);
    if (root.at(content).isMissingNode()) {
      return List.of(operation + ": " + type + " is not described for " + answer.status());
    }
    return type.endsWith("json") ? complaints(content + "/schema", answer.json()) : List.of();
  }

  /** What in a request's body is not as an operation describes it. */
  public List<String> complaints(Operation operation, JsonNode body) {
    return complaints(pointer(operation) + "/requestBody/content/application~1json/schema", body);
  }

  /** What in a value is not as a schema among the components describes it. */
  public List<String> complaintsOf(String schema, JsonNode value) {
    return complaints("/components/schemas/" + schema, value);
  }

  private List<String> complaints(String pointer, JsonNode value) {
    Schema schema = registry.getSchema(SchemaLocation.of(NAME + "#" + pointer));
    return schema.validate(value).stream().map(Object::toString).toList();
  }

  private static String pointer(Operation operation) {
    return "/paths/" + escaped(operation.path()) + "/" + operation.method();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
