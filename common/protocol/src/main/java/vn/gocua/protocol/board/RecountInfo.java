package vn.gocua.protocol.board;

import java.util.List;

/**
 * The journal folded from scratch, beside the live view.
 *
 * @param board what the engine that answers shows its viewers
 */
public record RecountInfo(
    Side journal, Side live, Side board, boolean equal, List<Difference> differences, long tookMs) {
  /** Counts of one side. */
  public record Side(long events, long checkIns, long residents) {}

  /** A key whose sides are not equal. */
  public record Difference(String team, String date, Side journal, Side live, Side board) {}
}
