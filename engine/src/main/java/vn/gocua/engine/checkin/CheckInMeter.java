package vn.gocua.engine.checkin;

/** Told what became of check-ins, for those who watch over it. */
@FunctionalInterface
public interface CheckInMeter {
  /** One item of a batch came out so. */
  void judged(Verdict.Outcome outcome);
}
