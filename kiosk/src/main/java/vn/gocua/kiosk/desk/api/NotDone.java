package vn.gocua.kiosk.desk.api;

import org.jspecify.annotations.Nullable;

/**
 * The engine did not do what it was asked.
 *
 * <p>{@code status} is the answer's, or 0 if none came: then nobody knows whether it was done.
 */
public final class NotDone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String title;
  private final long waitSeconds;

  NotDone(int status, @Nullable String code, @Nullable String title, long waitSeconds) {
    super(status + " " + code, null, false, false);
    this.status = status;
    this.code = code == null ? "" : code;
    this.title = title == null ? "" : title;
    this.waitSeconds = waitSeconds;
  }

  /** No answer came. */
  static NotDone unreachable() {
    return new NotDone(0, "unreachable", "", 0);
  }

  /** The engine took the request but refused what it was about. */
  public static NotDone because(@Nullable String code, @Nullable String message) {
    return new NotDone(422, code, message, 0);
  }

  public int status() {
    return status;
  }

  /** The engine's stable name for the reason; empty if it gave none. */
  public String code() {
    return code;
  }

  /** The reason in the reader's language, as the engine words it; empty if it gave none. */
  public String title() {
    return title;
  }

  /** After how many seconds another try makes sense; 0 if that was not said. */
  public long waitSeconds() {
    return waitSeconds;
  }

  /** The engine has too much to do just now; nothing was decided. */
  public boolean busy() {
    return status == 503;
  }

  /** The session is over, or never was. */
  public boolean signedOut() {
    return status == 401;
  }

  public boolean unanswered() {
    return status == 0;
  }
}
