package vn.gocua.protocol.checkin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of check-ins that a leader sent. */
public record VerdictList(List<Result> results) {

  /**
   * One verdict.
   *
   * @param message why not, in the reader's language
   */
  public record Result(
      @Nullable String id, String outcome, @Nullable String code, @Nullable String message) {
    public boolean counted() {
      return outcome.equals("accepted") || outcome.equals("duplicate");
    }

    /** Nothing is wrong with it; it is to be sent again once the engine's clock is right. */
    public boolean waits() {
      return outcome.equals("later");
    }
  }

  public VerdictList {
    results = List.copyOf(results);
  }
}
