package vn.gocua.protocol.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts by weekday and hour, and by hamlet, without zeros.
 *
 * @param withoutHour check-ins from paper that has the day only
 */
public record StatsByHour(
    OffsetDateTime at, List<Cell> cells, List<WithoutHour> withoutHour, List<Place> hamlets) {

  /** Before any were asked for. */
  public static final StatsByHour NONE =
      new StatsByHour(OffsetDateTime.MIN, List.of(), List.of(), List.of());

  /** An hour of a weekday; {@code weekday} 1 is Monday. */
  public record Cell(int weekday, int hour, long checkIns, long residents) {}

  /** A weekday's check-ins of which the hour is not known. */
  public record WithoutHour(int weekday, long checkIns, long residents) {}

  /** A hamlet; null where check-ins named none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Place(@Nullable String hamlet, long checkIns, long residents) {}

  public StatsByHour {
    cells = List.copyOf(cells);
    withoutHour = List.copyOf(withoutHour);
    hamlets = List.copyOf(hamlets);
  }
}
