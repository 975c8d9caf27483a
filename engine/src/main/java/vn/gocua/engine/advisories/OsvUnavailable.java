package vn.gocua.engine.advisories;

/** OSV could not be asked, or its answer could not be read: nothing is known either way. */
public final class OsvUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  OsvUnavailable(String why) {
    super(why, null, false, false);
  }
}
