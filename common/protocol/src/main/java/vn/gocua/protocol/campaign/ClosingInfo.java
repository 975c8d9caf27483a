package vn.gocua.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * State of the campaign's end.
 *
 * @param closedAt later check-ins do not count; null while the campaign is open
 * @param lateUntil until then phones may deliver earlier check-ins
 * @param lastMoment the planned end
 * @param work state of the archive: idle, making or failed
 * @param openRequests number of help requests that are not over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClosingInfo(
    boolean closed,
    @Nullable OffsetDateTime closedAt,
    @Nullable OffsetDateTime lateUntil,
    boolean takesLate,
    OffsetDateTime lastMoment,
    String work,
    List<Archive> archives,
    int openRequests) {

  /**
   * A file with all that there was.
   *
   * @param here whether the engine that answers has it
   */
  public record Archive(
      String file,
      long bytes,
      String sha256,
      long version,
      String by,
      OffsetDateTime at,
      boolean here) {}
}
