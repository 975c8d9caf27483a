package vn.gocua.engine.live;

import vn.gocua.engine.journal.JournalUnavailable;

/** A stream took too long to fold, so its load was given up. The machine is busy: try again. */
public final class FoldTimeout extends JournalUnavailable {
  private static final long serialVersionUID = 1L;

  FoldTimeout(String stream, long seconds) {
    super("folding " + stream + " took over " + seconds + " s", null);
  }

  /** Whether a fold that took too long caused a failure, however deeply wrapped. */
  public static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FoldTimeout) {
        return true;
      }
    }
    return false;
  }
}
