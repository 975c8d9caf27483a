package vn.gocua.kiosk.desk.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.Wire;

/** What became of check-ins that a leader sent. */
public record Entered(List<Result> results) {

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

  public Entered {
    Wire.require("answer", results);
    results = List.copyOf(results);
  }
}
