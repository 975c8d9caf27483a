package vn.gocua.engine.config;

/**
 * The engine cannot start; the message says what is wrong and what to do, for the person at the
 * terminal.
 */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the process ends with, so that scripts can tell the reasons apart. */
  public enum Reason {
    CONFIGURATION(2),
    ALREADY_RUNNING(3),
    PORT_TAKEN(4),
    JOURNAL(5),
    VAULT(6);

    private final int exitCode;

    Reason(int exitCode) {
      this.exitCode = exitCode;
    }
  }

  private final Reason reason;

  public StartRefused(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public int exitCode() {
    return reason.exitCode;
  }
}
