package vn.gocua.protocol.board;

import java.util.List;
import java.util.Map;

/** Counts by team and day; days without a check-in have no row. */
public record StatsByDay(long version, List<Row> rows) {

  /** One team's day. */
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
