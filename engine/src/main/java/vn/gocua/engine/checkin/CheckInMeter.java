package vn.gocua.engine.checkin;

/** Counts the verdicts for monitoring. */
@FunctionalInterface
public interface CheckInMeter {
  /** Counts one verdict. */
  void judged(Verdict.Outcome outcome);
}
