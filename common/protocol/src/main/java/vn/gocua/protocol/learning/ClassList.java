package vn.gocua.protocol.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Classes by their start, without attendees.
 *
 * @param at the campaign's time
 */
public record ClassList(OffsetDateTime at, List<Row> classes) {
  public ClassList {
    classes = List.copyOf(classes);
  }

  /**
   * One class, as everybody sees it.
   *
   * @param hamlet of the class; null for the whole commune
   * @param startsAt with the campaign's offset
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String id,
      int version,
      String title,
      @Nullable String hamlet,
      String place,
      OffsetDateTime startsAt,
      OffsetDateTime endsAt,
      int seats,
      int seatsLeft,
      boolean cancelled) {
    public int taken() {
      return seats - seatsLeft;
    }

    public boolean isOpen() {
      return !cancelled && seatsLeft > 0;
    }
  }
}
