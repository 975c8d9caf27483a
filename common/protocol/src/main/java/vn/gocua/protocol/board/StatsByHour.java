package vn.gocua.protocol.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts by weekday and hour, and by hamlet; only what is not empty.
 *
 * @param withoutHour of paper that names the day only
 */
public record StatsByHour(List<Cell> cells, List<WithoutHour> withoutHour, List<Place> hamlets) {

  /** An hour of a weekday; {@code weekday} 1 is Monday. */
  public record Cell(int weekday, int hour, long checkIns, long residents) {}

  /** A weekday's check-ins of which the hour is not known. */
  public record WithoutHour(int weekday, long checkIns, long residents) {}

  /** A hamlet; null where check-ins named none. */
  public record Place(@Nullable String hamlet, long checkIns, long residents) {}

  public StatsByHour {
    cells = List.copyOf(cells);
    withoutHour = List.copyOf(withoutHour);
    hamlets = List.copyOf(hamlets);
  }
}
