package vn.gocua.engine.board;

import vn.gocua.engine.checkin.event.Tally;

/** A running sum of tallies with the board's revision of its last change. */
final class RunningTotal {
  private Tally tally = Tally.EMPTY;
  private long changedAt;

  void replace(Tally before, Tally now, long revision) {
    tally = tally.minus(before).plus(now);
    changedAt = revision;
  }

  Tally tally() {
    return tally;
  }

  boolean changedSince(long revision) {
    return changedAt > revision;
  }
}
