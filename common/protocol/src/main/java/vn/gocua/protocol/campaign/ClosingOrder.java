package vn.gocua.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Range;

/**
 * Order to end the campaign now.
 *
 * @param lateHours how long phones may still deliver earlier check-ins
 * @param openRequests what becomes of open help requests; null: they stay as they are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClosingOrder(
    @Range(min = 0, max = 24 * 30) int lateHours, @Nullable OpenRequests openRequests) {

  /**
   * What becomes of the help requests that are open when the campaign is closed.
   *
   * @param end codes of those that end without help; their contacts are erased
   * @param leave codes of those that are left for the next campaign
   * @param others what becomes of all others: {@code end} or {@code leave}; null: each must be
   *     named
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OpenRequests(
      @Nullable @Max(500) List<@Max(20) String> end,
      @Nullable @Max(500) List<@Max(20) String> leave,
      @Nullable @Max(10) String others) {}
}
