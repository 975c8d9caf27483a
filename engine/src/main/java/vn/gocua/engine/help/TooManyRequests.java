package vn.gocua.engine.help;

import java.time.Duration;

/** One screen, or one phone number, has asked too often. */
public final class TooManyRequests extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final Duration retryAfter;

  public TooManyRequests(String code, Duration retryAfter) {
    super(code, null, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Stable, English, kebab-case. */
  public String code() {
    return code;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
