package vn.gocua.protocol.board;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Counts by team and day; days without a check-in have no row.
 *
 * @param version events counted in it
 */
public record StatsByDay(OffsetDateTime at, long version, List<Row> rows) {

  /** Before any were asked for. */
  public static final StatsByDay NONE = new StatsByDay(OffsetDateTime.MIN, 0, List.of());

  /** Counts of one team's day. */
  public record Row(
      String team,
      int day,
      long checkIns,
      long residents,
      Map<String, Long> byActivity,
      Map<String, Long> byGroup) {}

  public StatsByDay {
    rows = List.copyOf(rows);
  }
}
