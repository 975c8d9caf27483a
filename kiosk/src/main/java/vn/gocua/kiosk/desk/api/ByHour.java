package vn.gocua.kiosk.desk.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.Wire;

/** Counts by weekday and hour, and by hamlet; only what is not empty. */
public record ByHour(List<Cell> cells, List<Place> hamlets) {

  /** An hour of a weekday; {@code weekday} 1 is Monday. */
  public record Cell(int weekday, int hour, long checkIns, long residents) {}

  /** A hamlet; null where check-ins named none. */
  public record Place(@Nullable String hamlet, long checkIns, long residents) {}

  public ByHour {
    Wire.require("counts by the hour", cells, hamlets);
    cells = List.copyOf(cells);
    hamlets = List.copyOf(hamlets);
  }
}
