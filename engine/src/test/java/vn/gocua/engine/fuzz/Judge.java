package vn.gocua.engine.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.fuzz.Making.Made;
import vn.gocua.engine.fuzz.RawClient.Raw;
import vn.gocua.engine.support.ApiDocument.Operation;

/** What every answer must be, whatever was asked. */
final class Judge {
  /** An error's words are for people: whatever came in, they fit on a phone. */
  private static final int MOST_BYTES = 4096;

  private static final Pattern VIETNAMESE = Pattern.compile("[^\\x00-\\x7f]");
  private static final Set<Integer> DOOR = Set.of(400, 414, 417, 431);
  private static final Pattern DOOR_CODE = Pattern.compile("\"code\":\"bad-(request|address)\"");
  private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,60}");

  private final Texts texts = Texts.of("api");
  private final JsonNode document;

  Judge(JsonNode document) {
    this.document = document;
  }

  /** What is wrong with an answer; empty if nothing is. */
  List<String> complaints(Operation operation, Made made, Raw answer) {
    List<String> complaints = new ArrayList<>();
    int status = answer.status();
    if (status >= 500 && status != 503) {
      complaints.add("a failure: " + status);
    }
    if ((status == 503 || status == 429)
        && !answer.header("retry-after").matches("[1-9][0-9]{0,5}")
        && !operation.id().equals("isReady")) {
      complaints.add(status + " does not say when to try again");
    }
    if (status >= 400 && !made.request().method().equals("HEAD")) {
      problem(made, answer, complaints);
    }
    boolean described = operation.json().path("responses").has(String.valueOf(status));
    if (status >= 300 && status < 400 && !described) {
      complaints.add("a redirection: " + status);
    }
    if (made.sure() && !described && !atTheDoor(answer)) {
      complaints.add("not described: " + status);
    }
    return complaints;
  }

  /** Refused alike everywhere, as the document says at its top: no proper HTTP. */
  private static boolean atTheDoor(Raw answer) {
    return DOOR.contains(answer.status()) && DOOR_CODE.matcher(answer.text()).find();
  }

  private void problem(Made made, Raw answer, List<String> complaints) {
    if (answer.header("content-type").startsWith("text/html")) {
      page(made, answer, complaints);
      return;
    }
    if (!answer.header("content-type").startsWith("application/problem+json")) {
      complaints.add("an error as " + answer.header("content-type"));
      return;
    }
    if (answer.body().length() > MOST_BYTES) {
      complaints.add("an error of " + answer.body().length() + " bytes");
    }
    try {
      JsonNode problem = JsonMapper.shared().readTree(answer.text());
      String code = problem.path("code").asString("");
      if (!CODE.matcher(code).matches() || texts.find(code) == null) {
        complaints.add("an unknown code: " + code);
      }
      if (problem.path("status").asInt() != answer.status()) {
        complaints.add("two statuses: " + problem.path("status"));
      }
      if (made.vietnamese() && !VIETNAMESE.matcher(problem.path("title").asString("")).find()) {
        complaints.add("not Vietnamese: " + problem.path("title"));
      }
    } catch (JacksonException _) {
      complaints.add("not JSON: " + answer.text());
    }
  }

  /** Pages that people open in a browser say in one what is wrong. */
  private void page(Made made, Raw answer, List<String> complaints) {
    String target = made.request().target();
    if (!target.startsWith("/g/") && !target.startsWith("/d/") && !target.startsWith("/t")) {
      complaints.add("an error as a page");
    }
    if (answer.body().length() > 4 * MOST_BYTES) {
      complaints.add("an error of " + answer.body().length() + " bytes");
    }
  }

  JsonNode document() {
    return document;
  }
}
