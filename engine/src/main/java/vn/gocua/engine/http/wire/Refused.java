package vn.gocua.engine.http.wire;

import java.io.Serial;

/** A message that is no proper HTTP, or leaves in doubt where it ends. */
public final class Refused extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  Refused(int status, String why) {
    super(why, null, false, false);
    this.status = status;
  }

  static Refused because(String why) {
    return new Refused(400, why);
  }

  /** The status to answer with. */
  public int status() {
    return status;
  }
}
