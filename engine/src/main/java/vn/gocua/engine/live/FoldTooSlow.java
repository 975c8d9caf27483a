package vn.gocua.engine.live;

import vn.gocua.engine.journal.JournalUnavailable;

/** A stream took too long to fold, so its load was given up. The machine is busy: try again. */
public final class FoldTooSlow extends JournalUnavailable {
  private static final long serialVersionUID = 1L;

  FoldTooSlow(String stream, long seconds) {
    super("folding " + stream + " took over " + seconds + " s", null);
  }

  /** Whether a failure comes from a fold that took too long, however deep that is wrapped. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FoldTooSlow) {
        return true;
      }
    }
    return false;
  }
}
