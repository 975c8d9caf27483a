package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.util.diff.DiffUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.ApiDocument;
import vn.gocua.engine.support.ApiDocument.Operation;
import vn.gocua.engine.support.ApiSamples;
import vn.gocua.engine.support.ApiSamples.Sample;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.JsonShape;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Viewer;
import vn.gocua.engine.support.Viewer.Message;
import vn.gocua.testkit.SettableClock;

/**
 * Every operation answers as it did: status, content type, names of headers, shape of JSON. {@code
 * -Dgocua.golden=write} writes the record anew, after a change that is meant.
 */
@Tag("slow")
class ApiShapesTest {
  private static final Path RECORD = Path.of("src/test/resources/api/shapes.txt");
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "content-type", "date", "transfer-encoding");
  private static final String REQUESTS = "/api/v1/help-requests";

  private static RunningEngine engine;
  private static ApiDocument document;
  private static JsonShape shape;

  private final Map<String, Set<String>> record = new TreeMap<>();

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(ApiSamples.NOW));
    document = new ApiDocument(engine.anybody().get("/api/v1/openapi.yaml").expect(200).body());
    shape = JsonShape.of(document);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void shouldAnswerInTheShapesOnRecord() throws IOException {
    Phone phone = engine.phone("T01");
    // The first beat comes 15 s after the start: meanwhile the others answer.
    try (Viewer requests = Viewer.of(phone)) {
      watchBoard();
      watchRequests(requests, phone);
      List<Sample> samples = new ApiSamples(engine).all();
      Set<String> common = commonHeaders(samples);
      samples.forEach(sample ->
          record(document.operation(sample.operation()), answer(sample.answer(), common)));
      record("helpRequestStream", requests.await("beat", _ -> true));
      compare("Every answer has the headers " + String.join(", ", common) + ".");
    }
  }

  private void watchBoard() throws IOException {
    try (Viewer viewer = Viewer.of(engine)) {
      record("watchBoard", viewer.await("board", _ -> true));
      engine.phone("T04").send(Item.at(ApiSamples.NOW)).expect(200);
      record("watchBoard", viewer.await("tally", _ -> true));
      record("watchBoard", viewer.await("beat", _ -> true));
      Map<String, String> notice = Map.of("text", "Họp", "until", "2025-08-22T18:00:00+07:00");
      JsonNode published = engine.leader().post("/api/v1/notices", notice).expect(201).json();
      record("watchBoard", viewer.await("notice", data -> !data.path("notices").isEmpty()));
      String id = published.path("id").asString();
      engine.leader().post("/api/v1/notices/" + id + "/withdraw", "").expect(200);
    }
  }

  private void watchRequests(Viewer viewer, Phone phone) {
    record("helpRequestStream", viewer.await("requests", _ -> true));
    Map<String, Object> order =
        Map.of(
            "id", Item.newId(),
            "hamlet", "co-giao",
            "activity", "public-services",
            "contact", Map.of("name", "A", "phone", "0912345678", "address", "B"),
            "consent", Map.of("textVersion", "kiosk-2025-08", "at", ApiSamples.NOW));
    String code = engine.kiosk().post(REQUESTS, order).expect(201).json().path("code").asString();
    for (String act : List.of("claim", "close")) {
      phone.api().post(REQUESTS + "/" + code + "/" + act, "").expect(200);
      String status = act.equals("claim") ? "claimed" : "closed";
      record(
          "helpRequestStream",
          viewer.await("request", row -> row.path("status").asString().equals(status)));
    }
  }

  /** What every answer carries, so that it need not be told of each. */
  private static Set<String> commonHeaders(List<Sample> samples) {
    Set<String> common = new TreeSet<>(samples.getFirst().answer().headers().map().keySet());
    samples.forEach(sample -> common.retainAll(sample.answer().headers().map().keySet()));
    common.removeAll(OF_THE_CONNECTION);
    return common;
  }

  private static String answer(Answer answer, Set<String> common) {
    List<String> lines = new ArrayList<>();
    String type = answer.header("content-type");
    Set<String> headers = new TreeSet<>(answer.headers().map().keySet());
    headers.removeAll(common);
    headers.removeAll(OF_THE_CONNECTION);
    String head = answer.status() + " " + type;
    if (!headers.isEmpty()) {
      head += " +" + String.join(" +", headers);
    }
    if (type.startsWith("application/problem+json")) {
      JsonNode problem = answer.json();
      return head + " «" + problem.path("code").asString() + "» " + shape.of(problem);
    }
    lines.add(head.strip());
    if (type.startsWith("application/json")) {
      lines.addAll(shape.of(answer.json()));
    }
    return String.join("\n    ", lines);
  }

  private void record(Operation operation, String answer) {
    record
        .computeIfAbsent(operation + "  " + operation.id(), _ -> new TreeSet<>())
        .add("  " + answer);
  }

  private void record(String operation, Message message) {
    List<String> lines = new ArrayList<>(List.of("event " + message.event()));
    if (!message.id().isEmpty()) {
      lines.set(0, lines.getFirst() + " +id");
    }
    lines.addAll(shape.of(message.data()));
    record(document.operation(operation), String.join("\n    ", lines));
  }

  private void compare(String head) throws IOException {
    Set<String> described = new TreeSet<>();
    document.operations().forEach(each -> described.add(each + "  " + each.id()));
    assertThat(record.keySet()).as("operations with a sample").isEqualTo(described);
    assertThat(record)
        .as("operations with a sample of their success")
        .allSatisfy((_, answers) -> assertThat(answers).anyMatch(each -> each.startsWith("  2")));
    List<String> lines = new ArrayList<>(List.of(head));
    record.forEach((operation, answers) -> {
      lines.add("");
      lines.add(operation);
      answers.forEach(answer -> answer.lines().forEach(lines::add));
    });
    if ("write".equals(System.getProperty("gocua.golden"))) {
      Files.createDirectories(RECORD.getParent());
      Files.write(RECORD, lines);
    }
    List<String> before = Files.exists(RECORD) ? Files.readAllLines(RECORD) : List.of();
    assertThat(differences(before, lines))
        .as("what answers otherwise than in " + RECORD + "; -Dgocua.golden=write writes it anew")
        .isEmpty();
  }

  /** Lines that are gone and lines that are new, each group below the operation it belongs to. */
  private static List<String> differences(List<String> before, List<String> now) {
    List<String> differences = new ArrayList<>();
    DiffUtils.diff(before, now)
        .getDeltas()
        .forEach(delta -> {
          differences.add("at " + operationAt(now, delta.getRevised().getPosition()));
          delta.getOriginal().getLines().forEach(line -> differences.add("  - " + line.strip()));
          delta.getRevised().getLines().forEach(line -> differences.add("  + " + line.strip()));
        });
    return differences;
  }

  private static String operationAt(List<String> lines, int position) {
    for (int i = Math.min(position, lines.size() - 1); i >= 0; i--) {
      if (!lines.get(i).isEmpty() && !lines.get(i).startsWith(" ")) {
        return lines.get(i);
      }
    }
    return "the beginning";
  }
}
