package vn.gocua.engine.access.password;

import java.time.Duration;

/** So many passwords wait to be hashed that no more are taken for now. Nothing was judged. */
public final class HashingBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  HashingBusy(Duration retryAfter) {
    super("too many passwords wait", null, false, false);
    this.retryAfter = retryAfter;
  }

  /** How long to wait before the next try. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
