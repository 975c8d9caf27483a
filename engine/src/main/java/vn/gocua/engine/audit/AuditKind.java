package vn.gocua.engine.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.engine.journal.Event;

/**
 * How one type of event is told in the audit. Only the fields named here are shown, so that hashes
 * and texts of other kinds stay where they are.
 *
 * @param type the event's type
 * @param area what its stream begins with, after the campaign
 * @param what the code it is told by
 * @param who the field that names who did it
 * @param about the field that names what it was done to, or {@link #STREAM} for the stream's own
 *     key
 * @param details further fields
 */
record AuditKind(
    String type, String area, String what, String who, String about, List<String> details) {
  static final String STREAM = "@stream";

  /** The line that tells an event of this kind. */
  AuditLine line(String campaign, Event event) {
    JsonNode content = JsonMapper.shared().readTree(event.content());
    JsonNode added = JsonMapper.shared().readTree(event.details());
    Map<String, String> told = new TreeMap<>();
    for (String name : details) {
      String value = field(content, added, name);
      if (!value.isEmpty()) {
        told.put(name, value);
      }
    }
    String by = field(content, added, who);
    return new AuditLine(
        Instant.parse(field(content, added, "at")),
        by.isEmpty() ? AuditLine.SYSTEM : by,
        what,
        about.equals(STREAM) ? key(campaign, event.stream()) : field(content, added, about),
        told);
  }

  private String key(String campaign, String stream) {
    return stream.substring(Math.min(stream.length(), campaign.length() + 1 + area.length()));
  }

  private static String field(JsonNode content, JsonNode added, String name) {
    JsonNode value = content.path(name);
    if (value.isMissingNode()) {
      value = added.path(name);
    }
    return value.isMissingNode() || value.isNull()
        ? ""
        : value.isContainer() ? value.toString() : value.asString();
  }
}
