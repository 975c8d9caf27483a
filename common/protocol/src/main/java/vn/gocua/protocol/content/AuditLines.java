package vn.gocua.protocol.content;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Lines of the audit, latest first.
 *
 * @param more whether there are older ones
 */
public record AuditLines(List<Line> lines, boolean more) {
  public AuditLines {
    lines = List.copyOf(lines);
  }

  /**
   * One action.
   *
   * @param what its code
   * @param name of the action, in the reader's language
   */
  public record Line(
      OffsetDateTime at,
      String who,
      String what,
      String name,
      String about,
      Map<String, String> details) {}
}
