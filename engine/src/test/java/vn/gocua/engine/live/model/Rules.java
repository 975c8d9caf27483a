package vn.gocua.engine.live.model;

/**
 * Which protocol the model follows. The real one is {@link #OURS}; the others each leave one of its
 * rules out, so that the explorer can show what the rule is for.
 *
 * @param idSet an entry knows which events it holds, and counts each once
 * @param loadInPlace an absent entry is folded inside its own load, with no apply beside it;
 *     otherwise it is folded outside and set when ready
 * @param storedStream a repeated event is applied as it was stored; otherwise as it was repeated,
 *     which another clock repair may have put on another day
 * @param sweepAfterCrash what a dead engine left unapplied is found by comparing with the journal
 * @param answerAfterAppend a phone is answered only once its event is in the journal
 */
record Rules(
    boolean idSet,
    boolean loadInPlace,
    boolean storedStream,
    boolean sweepAfterCrash,
    boolean answerAfterAppend) {
  static final Rules OURS = new Rules(true, true, true, true, true);

  Rules withoutIdSet() {
    return new Rules(false, loadInPlace, storedStream, sweepAfterCrash, answerAfterAppend);
  }

  Rules withoutLoadInPlace() {
    return new Rules(idSet, false, storedStream, sweepAfterCrash, answerAfterAppend);
  }

  Rules withoutStoredStream() {
    return new Rules(idSet, loadInPlace, false, sweepAfterCrash, answerAfterAppend);
  }

  Rules withoutSweep() {
    return new Rules(idSet, loadInPlace, storedStream, false, answerAfterAppend);
  }

  Rules answeringEarly() {
    return new Rules(idSet, loadInPlace, storedStream, sweepAfterCrash, false);
  }
}
