package vn.gocua.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the campaign has come with its end.
 *
 * @param closedAt what happened later does not count; null while the campaign goes on
 * @param lateUntil up to when phones may deliver what happened before
 * @param lastMoment the planned end
 * @param work idle, making or failed: the archive that is being made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClosingInfo(
    boolean closed,
    @Nullable OffsetDateTime closedAt,
    @Nullable OffsetDateTime lateUntil,
    boolean takesLate,
    OffsetDateTime lastMoment,
    String work,
    List<Archive> archives) {

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
