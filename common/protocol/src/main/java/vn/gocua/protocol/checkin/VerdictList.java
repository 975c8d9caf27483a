package vn.gocua.protocol.checkin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts on an upload.
 *
 * @param receivedAt when the engine got it, by the campaign's clock
 */
public record VerdictList(OffsetDateTime receivedAt, List<Result> results) {

  /**
   * One verdict.
   *
   * @param message reason of a rejection, in the reader's language
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result(
      @Nullable String id, String outcome, @Nullable String code, @Nullable String message) {
    public boolean counted() {
      return outcome.equals("accepted") || outcome.equals("duplicate");
    }

    /** Whether it is counted since an earlier time, and this one added nothing. */
    public boolean known() {
      return outcome.equals("duplicate");
    }

    /** Whether it is to be sent again once the engine's clock is right. */
    public boolean waits() {
      return outcome.equals("later");
    }
  }

  public VerdictList {
    results = List.copyOf(results);
  }
}
