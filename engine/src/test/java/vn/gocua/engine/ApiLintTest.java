package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.engine.support.ApiDocument;
import vn.gocua.engine.support.ApiDocument.Operation;

/**
 * The API's document keeps the rules that linters recommend, without one at hand; {@code
 * RedoclyTest} asks a real one.
 */
class ApiLintTest {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final Pattern URL_SAFE = Pattern.compile("[A-Za-z0-9._~-]+");

  /** What OpenAPI 3.1 knows in each kind of object, as far as the document has them. */
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "document", Set.of("openapi", "info", "servers", "tags", "paths", "components"),
          "info", Set.of("title", "version", "summary", "description", "license"),
          "operation",
              Set.of(
                  "tags",
                  "operationId",
                  "summary",
                  "description",
                  "security",
                  "parameters",
                  "requestBody",
                  "responses",
                  "deprecated"),
          "parameter",
              Set.of(
                  "name", "in", "required", "description", "schema", "example", "style", "explode"),
          "requestBody", Set.of("description", "required", "content"),
          "response", Set.of("description", "headers", "content"),
          "header", Set.of("description", "required", "schema", "example"),
          "media", Set.of("schema", "example", "examples"),
          "schema",
              Set.of(
                  "type",
                  "format",
                  "enum",
                  "const",
                  "pattern",
                  "description",
                  "title",
                  "default",
                  "examples",
                  "minimum",
                  "maximum",
                  "exclusiveMinimum",
                  "exclusiveMaximum",
                  "multipleOf",
                  "minLength",
                  "maxLength",
                  "minItems",
                  "maxItems",
                  "uniqueItems",
                  "minProperties",
                  "maxProperties",
                  "properties",
                  "patternProperties",
                  "propertyNames",
                  "additionalProperties",
                  "unevaluatedProperties",
                  "required",
                  "dependentRequired",
                  "items",
                  "prefixItems",
                  "contains",
                  "allOf",
                  "anyOf",
                  "oneOf",
                  "not",
                  "if",
                  "then",
                  "else",
                  "$ref",
                  "$defs",
                  "readOnly",
                  "writeOnly",
                  "deprecated",
                  "contentEncoding",
                  "contentMediaType"));

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "head", "options", "patch");

  private final ApiDocument document = ApiDocument.own();
  private final JsonNode root = document.json();
  private final List<String> faults = new ArrayList<>();

  /** A comma too many in a line of YAML makes a key of half a sentence. */
  @Test
  void shouldHaveNothingThatOpenApiDoesNotKnow() {
    check("document", "", root);
    check("info", "/info", root.path("info"));
    root.path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) -> {
              String at = path + "/" + method;
              if (METHODS.contains(method)) {
                operation(at, operation);
              } else {
                faults.add(at);
              }
            }));
    JsonNode components = root.path("components");
    components.path("schemas").forEachEntry((name, schema) -> schema(name, schema));
    components.path("responses").forEachEntry((name, response) -> response(name, response));
    components
        .path("parameters")
        .forEachEntry((name, parameter) -> parameter("parameters/" + name, parameter));
    assertThat(faults).isEmpty();
  }

  private void operation(String at, JsonNode operation) {
    check("operation", at, operation);
    operation.path("parameters").forEach(each -> parameter(at, each));
    JsonNode body = operation.path("requestBody");
    check("requestBody", at + "/body", body);
    media(at + "/body", body.path("content"));
    operation
        .path("responses")
        .forEachEntry((status, response) -> response(at + "/" + status, response));
  }

  private void parameter(String at, JsonNode parameter) {
    check("parameter", at + "/" + parameter.path("name").asString(""), parameter);
    schema(at, parameter.path("schema"));
  }

  private void response(String at, JsonNode response) {
    check("response", at, response);
    if (!response.has("$ref") && response.path("description").asString("").isBlank()) {
      faults.add(at + " has no description");
    }
    response
        .path("headers")
        .forEachEntry((name, header) -> {
          check("header", at + "/" + name, header);
          schema(at + "/" + name, header.path("schema"));
        });
    media(at, response.path("content"));
  }

  private void media(String at, JsonNode content) {
    content.forEachEntry((type, media) -> {
      check("media", at + "/" + type, media);
      schema(at + "/" + type, media.path("schema"));
    });
  }

  private void schema(String at, JsonNode schema) {
    check("schema", at, schema);
    Set<String> fields = new HashSet<>(schema.path("properties").propertyNames());
    boolean composed = schema.has("allOf") || schema.has("$ref");
    schema
        .path("required")
        .forEach(name -> {
          if (!composed && !fields.contains(name.asString())) {
            faults.add(at + " requires «" + name.asString() + "», which it does not have");
          }
        });
    for (String one :
        List.of("items", "additionalProperties", "if", "then", "else", "not", "propertyNames")) {
      if (schema.path(one).isObject()) {
        schema(at + "/" + one, schema.path(one));
      }
    }
    for (String many : List.of("allOf", "anyOf", "oneOf", "prefixItems")) {
      schema.path(many).forEach(each -> schema(at + "/" + many, each));
    }
    for (String named : List.of("properties", "$defs", "patternProperties")) {
      schema.path(named).forEachEntry((name, each) -> schema(at + "/" + name, each));
    }
  }

  /** Extensions, whose names begin with {@code x-}, are free. */
  private void check(String kind, String at, JsonNode node) {
    if (node.isMissingNode() || (node.has("$ref") && !kind.equals("schema"))) {
      return;
    }
    if (!(node instanceof ObjectNode)) {
      faults.add(at + " is no object but " + node);
      return;
    }
    Set<String> known = Objects.requireNonNull(KNOWN.get(kind));
    node.propertyNames().stream()
        .filter(name -> !known.contains(name) && !name.startsWith("x-"))
        .forEach(name -> faults.add(at + " (" + kind + "): «" + name + "»"));
  }

  @Test
  void shouldUseEveryComponent() {
    Set<String> used = new HashSet<>(root.findValuesAsString("$ref"));
    root.path("components")
        .forEachEntry((kind, components) -> {
          if (!kind.equals("securitySchemes")) {
            components
                .propertyNames()
                .forEach(name -> {
                  if (!used.contains("#/components/" + kind + "/" + name)) {
                    faults.add(kind + "/" + name);
                  }
                });
          }
        });
    assertThat(faults).as("components that nothing refers to").isEmpty();
  }

  @Test
  void shouldTellOfEachOperationHowItSucceedsAndHowItIsRefused() {
    for (Operation operation : document.operations()) {
      Set<String> statuses = new TreeSet<>(operation.json().path("responses").propertyNames());
      if (statuses.stream().noneMatch(status -> status.startsWith("2"))) {
        faults.add(operation + " never succeeds");
      }
      if (statuses.stream().noneMatch(status -> status.startsWith("4"))) {
        faults.add(operation + " never refuses");
      }
      if (!URL_SAFE.matcher(operation.id()).matches()) {
        faults.add(operation + ": " + operation.id());
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void shouldNameEachParameterOnceAndThoseOfThePath() {
    for (Operation operation : document.operations()) {
      Set<String> inPath = new TreeSet<>();
      Set<String> all = new HashSet<>();
      for (JsonNode each : operation.json().path("parameters")) {
        String reference = each.path("$ref").asString("");
        JsonNode parameter = reference.isEmpty() ? each : root.at(reference.substring(1));
        String name = parameter.path("name").asString();
        if (!all.add(parameter.path("in").asString() + " " + name)) {
          faults.add(operation + " names twice " + name);
        }
        if (parameter.path("in").asString().equals("path")) {
          inPath.add(name);
          assertThat(parameter.path("required").asBoolean()).as(operation + name).isTrue();
        }
      }
      Set<String> wanted = new TreeSet<>();
      PARAMETER.matcher(operation.path()).results().forEach(each -> wanted.add(each.group(1)));
      assertThat(inPath).as(operation.toString()).isEqualTo(wanted);
    }
    assertThat(faults).isEmpty();
  }

  /** Two templates that differ in their parameters' names alone are one address. */
  @Test
  void shouldHaveNoTwoPathsForOneAddress() {
    Set<String> addresses = new HashSet<>();
    for (String path : root.path("paths").propertyNames()) {
      assertThat(addresses.add(PARAMETER.matcher(path).replaceAll("{}"))).as(path).isTrue();
      assertThat(path).doesNotContain("?").doesNotMatch(".+/");
    }
  }

  @Test
  void shouldSayOnWhichTermsAndWhere() {
    assertThat(root.at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
    assertThat(root.path("servers")).isNotEmpty();
    assertThat(root.path("servers").findValuesAsString("url"))
        .noneMatch(url -> url.contains("example.com") || url.contains("localhost"));
    root.path("tags")
        .forEach(tag ->
            assertThat(tag.path("description").asString("")).as(tag.toString()).isNotBlank());
  }
}
