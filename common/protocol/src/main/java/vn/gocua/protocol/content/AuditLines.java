package vn.gocua.protocol.content;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
   * @param sentence who did what, for which team, what was before and is now, in that language;
   *     null from older engines
   * @param parts the same, for who shows the changes one below the other
   */
  public record Line(
      OffsetDateTime at,
      String who,
      String what,
      String name,
      String about,
      Map<String, String> details,
      @Nullable String sentence,
      @Nullable Parts parts) {}

  /**
   * A sentence in parts.
   *
   * @param who an account or a phone in words; of its id a phone shows the last four characters
   * @param head who did what
   * @param changes what was before and what is now, piece by piece
   */
  public record Parts(String who, String head, List<String> changes) {
    public Parts {
      changes = List.copyOf(changes);
    }
  }
}
