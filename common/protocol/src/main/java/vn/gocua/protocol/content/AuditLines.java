package vn.gocua.protocol.content;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Who did what, latest first.
 *
 * @param more whether there are older ones
 */
public record AuditLines(List<Line> lines, boolean more) {
  public AuditLines {
    lines = List.copyOf(lines);
  }

  /**
   * One deed.
   *
   * @param what its code
   * @param name of the deed, in the asker's language
   */
  public record Line(
      OffsetDateTime at,
      String who,
      String what,
      String name,
      String about,
      Map<String, String> details) {}
}
