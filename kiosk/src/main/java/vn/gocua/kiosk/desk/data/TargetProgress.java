package vn.gocua.kiosk.desk.data;

/**
 * One count and its target.
 *
 * @param elapsed the share of the campaign's work that was due by now, 0…1
 */
public record TargetProgress(long total, long today, long target, double elapsed) {

  /** Due by now; 0 before the campaign and without a target. */
  public long expected() {
    return Math.round(target * elapsed);
  }

  /** The share of the target that is reached; 0 without a target. */
  public double reached() {
    return target == 0 ? 0 : (double) total / target;
  }

  /** The share of the target that was due by now. */
  public double due() {
    return target == 0 ? 0 : (double) expected() / target;
  }

  /** Actual ÷ expected by now; a number only where the engine judges the pace. */
  public double pace() {
    return total / (target * elapsed);
  }
}
