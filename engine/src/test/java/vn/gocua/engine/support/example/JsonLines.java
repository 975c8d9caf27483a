package vn.gocua.engine.support.example;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON for people, which is YAML too: what fits stands on one line, the rest a line each. */
public final class JsonLines {
  private static final int WIDTH = 116;

  private JsonLines() {}

  /**
   * The text of a value.
   *
   * @param indent how far its further lines are put in
   */
  public static String of(JsonNode json, int indent) {
    String one = joined(json, indent, " ", "");
    if (one.length() + indent <= WIDTH || json.isEmpty()) {
      return one;
    }
    String begin = "\n" + " ".repeat(indent);
    return joined(json, indent, begin, begin.substring(0, begin.length() - 2));
  }

  private static String joined(JsonNode json, int indent, String before, String end) {
    if (!json.isContainer()) {
      return JsonMapper.shared().writeValueAsString(json);
    }
    List<String> parts = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(each -> parts.add(of(each, indent + 2)));
    } else {
      json.forEachEntry((name, value) ->
          parts.add(JsonMapper.shared().writeValueAsString(name) + ": " + of(value, indent + 2)));
    }
    String first = before.isBlank() && before.length() == 1 ? "" : before;
    String inside = (parts.isEmpty() ? "" : first) + String.join("," + before, parts);
    return json.isArray() ? "[" + inside + end + "]" : "{" + inside + end + "}";
  }
}
