package vn.gocua.engine.support;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the engine answered.
 *
 * @param sent the request's body; empty if it had none, or one beyond any text's length
 */
public record Answer(int status, HttpHeaders headers, String sent, String body) {

  public JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /** A header's first value; empty if there is none. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** {@code <status> <problem's code>}, such as {@code 403 leaders-only}. */
  public String problem() {
    return status + " " + json().path("code").asString();
  }

  /** Each item's outcome in order: {@code accepted}, {@code rejected unknown-group} … */
  public List<String> outcomes() {
    List<String> outcomes = new ArrayList<>();
    for (JsonNode result : json().path("results")) {
      String code = result.path("code").asString("");
      outcomes.add(result.path("outcome").asString() + (code.isEmpty() ? "" : " " + code));
    }
    return outcomes;
  }

  public Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError("expected " + expected + ", was " + status + ": " + body);
    }
    return this;
  }
}
