package vn.gocua.engine.live;

/** Told what the live view does, for those who watch over it. */
public interface LiveMeter {
  /** Nobody watches. */
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
