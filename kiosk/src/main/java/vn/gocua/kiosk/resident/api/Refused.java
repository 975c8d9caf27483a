package vn.gocua.kiosk.resident.api;

import java.time.Duration;

/** The engine answered, but with a no. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String title;
  private final Duration retryAfter;

  Refused(int status, String code, String title, Duration retryAfter) {
    super(status + " " + code);
    this.status = status;
    this.code = code;
    this.title = title;
    this.retryAfter = retryAfter;
  }

  public int status() {
    return status;
  }

  /** Stable, English, kebab-case. */
  public String code() {
    return code;
  }

  /** What it says to people, in the language asked for. */
  public String title() {
    return title;
  }

  /** How long to wait before trying again; zero if it did not say. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
