package vn.gocua.rehearsal.client;

/** The engine's own recount: its journal folded from scratch beside its live view. */
public record RecountView(Side journal, Side live, boolean equal, long tookMs) {

  /** What one side counts. */
  public record Side(long events, long checkIns, long residents) {}
}
