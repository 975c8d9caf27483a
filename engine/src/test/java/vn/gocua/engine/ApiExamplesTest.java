package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.engine.support.ApiDocument;
import vn.gocua.engine.support.ApiDocument.Operation;
import vn.gocua.engine.support.ApiSamples;
import vn.gocua.engine.support.ApiSamples.Sample;
import vn.gocua.engine.support.JsonShape;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.example.JsonLines;
import vn.gocua.engine.support.example.MadeUp;
import vn.gocua.testkit.SettableClock;

/**
 * The document shows an example of each body of JSON, as the engine took it or answered with it.
 * They stand at its end; {@code -Dgocua.golden=write} writes them anew, after a change that is
 * meant.
 */
@Tag("slow")
class ApiExamplesTest {
  private static final Path FILE = Path.of("src/main/resources/openapi.yaml");
  private static final String BEGIN = "\n  # Written by ApiExamplesTest.\n  examples:\n";
  private static final String JSON = "application/json";
  private static final Pattern LAST_NAME = Pattern.compile(".*/");

  /** The order in which tests name fields of what they send is another in each run. */
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private final ApiDocument document = ApiDocument.own();
  private final JsonShape shape = JsonShape.of(document);

  private final Instant begun = Instant.now();

  /** Samples by the name of the example they make; of several the one that shows most. */
  private final Map<String, JsonNode> seen = new TreeMap<>();

  @Test
  void shouldShowAnExampleOfEachBody(@TempDir Path folder) throws IOException {
    try (RunningEngine engine = RunningEngine.start(folder, SettableClock.at(ApiSamples.NOW))) {
      new ApiSamples(engine).all().forEach(this::see);
    }
    if ("write".equals(System.getProperty("gocua.golden"))) {
      String text = Files.readString(FILE);
      int begin = text.indexOf(BEGIN);
      Files.writeString(
          FILE,
          (begin < 0 ? text.stripTrailing() + "\n" : text.substring(0, begin)) + BEGIN + written());
    }
    JsonNode examples = new ApiDocument(Files.readString(FILE)).json().at("/components/examples");
    assertThat(places().keySet()).as("bodies of JSON").hasSizeGreaterThan(100);
    List<String> faults = new ArrayList<>();
    places()
        .forEach((name, schema) -> {
          JsonNode example = examples.path(name).path("value");
          JsonNode today = seen.get(name);
          document.complaints(schema, example).forEach(each -> faults.add(name + ": " + each));
          if (today == null || !shape.of(today).equals(shape.of(example))) {
            faults.add(
                name
                    + " shows "
                    + shape.of(example)
                    + ", the engine "
                    + (today == null ? "nothing" : shape.of(today)));
          }
          if (examples.path(name).path("summary").asString("").isBlank()) {
            faults.add(name + " does not say that it is made up");
          }
        });
    assertThat(faults).as("-Dgocua.golden=write writes the examples anew").isEmpty();
  }

  /** Each body of JSON that is sent, or answers a success, refers to its example. */
  private Map<String, String> places() {
    Map<String, String> places = new TreeMap<>();
    for (Operation operation : document.operations()) {
      String at = ApiDocument.pointer(operation);
      place(places, operation.id() + "Request", at + "/requestBody");
      operation.json().path("responses").propertyNames().stream()
          .filter(status -> status.startsWith("2"))
          .forEach(status -> {
            JsonNode response = operation.json().path("responses").path(status);
            String reference = response.path("$ref").asString("");
            if (reference.isEmpty()) {
              place(places, operation.id() + "Answer", at + "/responses/" + status);
            } else {
              place(places, shared(reference), reference.substring(1));
            }
          });
    }
    return places;
  }

  private void place(Map<String, String> places, String name, String at) {
    String media = at + "/content/application~1json";
    if (!document.json().at(media).isMissingNode()) {
      assertThat(document.json().at(media + "/examples/sample/$ref").asString(""))
          .as(media)
          .isEqualTo("#/components/examples/" + name);
      places.put(name, media + "/schema");
    }
  }

  /** The example of an answer that several operations give. */
  private static String shared(String reference) {
    return LAST_NAME.matcher(reference).replaceFirst("") + "Answer";
  }

  private void see(Sample sample) {
    if (sample.answer().status() / 100 != 2) {
      return;
    }
    Operation operation = document.operation(sample.operation());
    if (!sample.answer().sent().isEmpty()
        && operation.json().at("/requestBody/content").has(JSON)) {
      JsonNode sent = SORTED.readTree(sample.answer().sent());
      see(operation.id() + "Request", SORTED.writeValueAsString(sent));
    }
    if (sample.answer().header("content-type").startsWith(JSON)) {
      String reference =
          operation
              .json()
              .path("responses")
              .path(String.valueOf(sample.answer().status()))
              .path("$ref")
              .asString("");
      see(
          reference.isEmpty() ? operation.id() + "Answer" : shared(reference),
          sample.answer().body());
    }
  }

  private void see(String name, String text) {
    JsonNode json = shape.shortened(JsonMapper.shared().readTree(text));
    seen.merge(
        name, json, (before, now) -> shape.of(now).size() > shape.of(before).size() ? now : before);
  }

  private String written() {
    MadeUp madeUp = new MadeUp(begun);
    StringBuilder text = new StringBuilder();
    places()
        .keySet()
        .forEach(name -> {
          JsonNode value = madeUp.of(seen.getOrDefault(name, JsonMapper.shared().nullNode()));
          text.append("    ").append(name).append(":\n");
          text.append("      summary: Sample data, made up.\n");
          text.append("      value: ").append(JsonLines.of(value, 8)).append('\n');
        });
    return text.toString();
  }
}
