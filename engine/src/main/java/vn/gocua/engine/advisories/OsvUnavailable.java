package vn.gocua.engine.advisories;

/** OSV can't be reached, or its answer can't be read: the result is unknown. */
public final class OsvUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  OsvUnavailable(String why) {
    super(why, null, false, false);
  }
}
