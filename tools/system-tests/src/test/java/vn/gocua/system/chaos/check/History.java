package vn.gocua.system.chaos.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.RecountInfo;

/**
 * All that clients know of what they sent, beside all that the engine has.
 *
 * @param entered every check-in that was ever sent, by id
 * @param acknowledged ids of those that were answered `accepted` or `duplicate`
 * @param voidsAsked ids of check-ins of which somebody ever asked to take them back
 * @param voidsAcknowledged ids of those for which that was answered
 * @param surprises answers that should not have been given
 * @param journal every event of a check-in in the journal's file, as it stands there
 * @param nodes what each engine counts
 */
public record History(
    Map<String, Entry> entered,
    Set<String> acknowledged,
    Set<String> voidsAsked,
    Set<String> voidsAcknowledged,
    List<String> surprises,
    List<Row> journal,
    List<Seen> nodes) {

  /** A row of the journal's table. */
  public record Row(String id, String stream, String type, String content) {}

  /** One engine's own recount, and its board. */
  public record Seen(String name, RecountInfo recount, BoardMessage board) {}
}
