package vn.gocua.engine.live;

/** Measures the live view. */
public interface LiveMeter {
  /** Measures nothing. */
  LiveMeter NONE =
      new LiveMeter() {
        @Override
        public void applied(long nanos) {}

        @Override
        public void evicted() {}
      };

  /** Events were brought into one entry, so long after they were journaled. */
  void applied(long nanos);

  /**
   * An entry was thrown away because it was, or may have been, behind its journal: rare in good
   * health.
   */
  void evicted();
}
