package vn.gocua.engine.journal;

/** Too much is waiting to be appended already; nothing of this was taken. Try again later. */
public final class JournalBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalBusy() {
    super("too many events are waiting for the journal", null, false, false);
  }
}
