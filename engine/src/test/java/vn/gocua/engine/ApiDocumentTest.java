package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.http.api.ApiServer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.ApiDocument;
import vn.gocua.engine.support.ApiDocument.Operation;
import vn.gocua.engine.support.ApiSamples;
import vn.gocua.engine.support.ApiSamples.Sample;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.ProtocolEndpoints;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Viewer;
import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.testkit.SettableClock;

/** The engine describes its API, all of it, as it is. */
@Tag("slow")
class ApiDocumentTest {
  private static final String NOW = ApiSamples.NOW;

  private static RunningEngine engine;
  private static ApiDocument document;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(NOW));
    document = new ApiDocument(engine.anybody().get("/api/v1/openapi.yaml").expect(200).body());
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void shouldDescribeEveryRouteAndNoOther() {
    Set<String> described = new TreeSet<>();
    document.operations().forEach(operation -> described.add(operation.toString()));
    assertThat(routes()).containsExactlyInAnyOrderElementsOf(described);
  }

  /** A client that goes by the endpoints reaches every operation, and none that is not there. */
  @Test
  void shouldDescribeTheEndpointsOfTheProtocol() {
    Set<String> described = new TreeSet<>();
    document.operations().forEach(operation -> described.add(operation.toString()));
    Set<String> endpoints = new TreeSet<>();
    for (Endpoint<?, ?> endpoint : ProtocolEndpoints.all()) {
      endpoints.add(endpoint.method() + " " + endpoint.path());
    }
    assertThat(endpoints).containsExactlyInAnyOrderElementsOf(described);
  }

  /** What the router serves, besides files and what goes for all. */
  private static Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    Vertx vertx = Vertx.vertx();
    ApiServer server = new ApiServer(engine.engine().features().server(), null);
    server.init(vertx, vertx.getOrCreateContext());
    for (Route route : server.router().getRoutes()) {
      String path = route.getName();
      if (path != null && !path.contains("*") && route.methods() != null) {
        String template = path.replaceAll(":([A-Za-z]+)", "{$1}");
        route.methods().forEach(method -> routes.add(method.name() + " " + template));
      }
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
    return routes;
  }

  @Test
  void shouldBeWholeInItself() {
    JsonNode json = document.json();
    assertThat(json.path("openapi").asString()).startsWith("3.1.");
    assertThat(json.findValuesAsString("$ref"))
        .isNotEmpty()
        .allMatch(reference -> reference.startsWith("#/"))
        .noneMatch(reference -> json.at(reference.substring(1)).isMissingNode());
    Set<String> tags = new HashSet<>(json.path("tags").findValuesAsString("name"));
    Set<String> ids = new HashSet<>();
    for (Operation operation : document.operations()) {
      assertThat(ids.add(operation.id())).as(operation.toString()).isTrue();
      assertThat(operation.json().path("summary").asString()).isNotBlank();
      assertThat(tags).contains(operation.json().path("tags").path(0).asString());
      assertThat(operation.json().has("security")).as(operation.toString()).isTrue();
      assertThat(operation.letsIn())
          .isSubsetOf(json.path("components").path("securitySchemes").propertyNames());
      List<String> parameters = operation.json().path("parameters").findValuesAsString("name");
      java.util.regex.Pattern.compile("\\{(.*?)}")
          .matcher(operation.path())
          .results()
          .forEach(result -> assertThat(parameters).contains(result.group(1)));
      if (!operation.letsIn().isEmpty()) {
        assertThat(operation.json().path("responses").propertyNames()).contains("401", "403");
      }
    }
  }

  @Test
  void shouldAnswerAsDescribed() {
    List<Sample> samples = new ApiSamples(engine).all();
    for (Sample sample : samples) {
      Operation operation = document.operation(sample.operation());
      assertThat(document.complaints(operation, sample.answer()))
          .as(operation + " → " + sample.answer().body())
          .isEmpty();
    }
    Set<String> succeeded = new TreeSet<>();
    samples.stream()
        .filter(sample -> sample.answer().status() < 300)
        .forEach(sample -> succeeded.add(sample.operation()));
    Set<String> all = new TreeSet<>();
    document.operations().forEach(operation -> all.add(operation.id()));
    assertThat(succeeded).as("operations with a sample of their success").isEqualTo(all);
  }

  /** What other tests send is held to the document as they send it. */
  @Test
  void shouldHoldTheTestsClientToTheDocument() {
    String strange = "/api/v1/board?surprise=1";
    Api ofItsOwn = engine.account("ke-toan", "leader");
    assertThatThrownBy(() -> engine.anybody().get(strange))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("query surprise is not described");
    assertThatThrownBy(() -> ofItsOwn.post("/api/v1/account/end-sessions", "{}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a body was sent and none is described");
    assertThatThrownBy(() -> engine.anybody().with("x-surprise", "1").get("/api/v1/notices"))
        .hasMessageContaining("header x-surprise is not described");
    assertThat(engine.anybody().notHeldToDocument().get(strange).status()).isEqualTo(200);
  }

  @Test
  void shouldStreamAsDescribed() throws Exception {
    try (Viewer viewer = Viewer.of(engine)) {
      viewer.await("board", _ -> true);
      engine.phone("T04").send(Item.at(NOW)).expect(200);
      viewer.await("tally", _ -> true);
      viewer.await("beat", _ -> true);
      assertThat(viewer.messages())
          .allSatisfy(message -> {
            String schema =
                message.event().substring(0, 1).toUpperCase(Locale.ROOT)
                    + message.event().substring(1);
            assertThat(document.complaintsOf(schema, message.data()))
                .as(message.toString())
                .isEmpty();
          });
    }
  }

  @Test
  void shouldDescribeTheRequestsItTakes() {
    Operation checkIn = document.operation("checkIn");
    Item full =
        Item.at(NOW)
            .with("minutes", null)
            .with("hamlet", "co-giao")
            .with("clockOffset", -3600.5)
            .with("replaces", Item.newId());
    assertThat(document.complaints(checkIn, Api.batch(List.of(Item.at(NOW), full)))).isEmpty();
    for (Item bad :
        List.of(
            full.with("residents", -1),
            full.with("id", "x"),
            full.with("colour", "jade"),
            full.with("occurredAt", "hôm qua"),
            full.without("activity"))) {
      assertThat(document.complaints(checkIn, Api.batch(List.of(bad)))).isNotEmpty();
    }
  }
}
