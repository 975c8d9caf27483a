package vn.gocua.kiosk.desk.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.screen.PaceLevel;

/**
 * A team for leaders.
 *
 * @param hamlets names, joined
 * @param pace actual ÷ expected by now; null while nothing is expected yet
 * @param lastAt its latest check-in, on the campaign's clock
 * @param openRequests its requests without a claim
 * @param waiting unsent check-ins of its phones, as far as known
 */
public record TeamRow(
    String code,
    String name,
    String hamlets,
    long checkIns,
    long residents,
    long today,
    long target,
    @Nullable Double pace,
    PaceLevel level,
    int rank,
    @Nullable Instant lastAt,
    Inactivity silence,
    int openRequests,
    int waiting) {

  /** The share of its target that it has reached; 0 without a target. */
  public double reached() {
    return target == 0 ? 0 : (double) checkIns / target;
  }

  /** For sorting: without a pace last. */
  public double paceOrLeast() {
    return pace == null ? -1 : pace;
  }
}
