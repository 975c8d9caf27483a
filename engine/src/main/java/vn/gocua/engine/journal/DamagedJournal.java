package vn.gocua.engine.journal;

/**
 * The journal cannot be used as it is: damaged, not writable, or not a journal. Starting is
 * refused.
 */
public final class DamagedJournal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DamagedJournal(String message) {
    super(message);
  }

  public DamagedJournal(String message, Throwable cause) {
    super(message, cause);
  }
}
