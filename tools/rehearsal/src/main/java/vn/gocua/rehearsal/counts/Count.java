package vn.gocua.rehearsal.counts;

/** Check-ins, and the residents they helped. */
public record Count(long checkIns, long residents) {

  public static final Count NONE = new Count(0, 0);

  public Count plus(Count other) {
    return new Count(checkIns + other.checkIns, residents + other.residents);
  }
}
