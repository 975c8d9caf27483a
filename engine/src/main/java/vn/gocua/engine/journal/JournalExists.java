package vn.gocua.engine.journal;

/** A journal exists already where one was to be made. It was not touched. */
public final class JournalExists extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the file or collection in the way
   */
  public JournalExists(String what) {
    super(what, null, false, false);
  }
}
