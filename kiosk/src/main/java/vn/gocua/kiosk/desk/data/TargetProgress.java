package vn.gocua.kiosk.desk.data;

/**
 * One count and its target.
 *
 * @param expected by now; 0 before the campaign and without a target
 */
public record TargetProgress(long total, long today, long target, long expected) {

  /** The share of the target that is reached; 0 without a target. */
  public double reached() {
    return target == 0 ? 0 : (double) total / target;
  }

  /** The share of the target that was due by now. */
  public double due() {
    return target == 0 ? 0 : (double) expected / target;
  }

  /** Actual ÷ expected by now; NaN while nothing is expected. */
  public double pace() {
    return expected < 1 ? Double.NaN : (double) total / expected;
  }
}
