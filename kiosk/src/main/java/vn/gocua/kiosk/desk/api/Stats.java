package vn.gocua.kiosk.desk.api;

import java.util.List;
import java.util.Map;
import vn.gocua.kiosk.feed.Wire;

/** Counts by team and day; days without a check-in have no row. */
public record Stats(long version, List<Row> rows) {

  /** One team's day. */
  public record Row(
      String team,
      int day,
      long checkIns,
      long residents,
      Map<String, Long> byActivity,
      Map<String, Long> byGroup) {
    public Row {
      Wire.require("row of counts", team, byActivity, byGroup);
    }
  }

  public Stats {
    Wire.require("counts", rows);
    rows = List.copyOf(rows);
  }
}
