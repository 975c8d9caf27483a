package vn.gocua.engine.journal;

/** There is a journal already where one was to be made; it was not touched. */
public final class JournalExists extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the file or collection that is in the way
   */
  public JournalExists(String what) {
    super(what, null, false, false);
  }
}
