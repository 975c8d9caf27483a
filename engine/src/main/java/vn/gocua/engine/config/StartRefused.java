package vn.gocua.engine.config;

/** The engine cannot start. The message says why, and what to do, to the person at the terminal. */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The process's exit code, so that scripts can distinguish reasons. */
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
