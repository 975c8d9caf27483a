package vn.gocua.engine.transfer;

import vn.gocua.base.console.Console;

/** A command failed. The message says why, what state things are in, and what to do. */
final class TransferFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The process's exit code, so that scripts can distinguish reasons. */
  enum Reason {
    UNEXPECTED(1),
    USAGE(2),
    /** The store is in use, or the target is not empty. */
    IN_THE_WAY(3),
    /** The events are damaged, unreachable, or different. */
    EVENTS(5),
    /** The vault's key is missing or wrong, and going without it was not ordered. */
    VAULT(6),
    /** The archive's origin is not proved, and trusting it was not ordered. */
    UNVERIFIED(7);

    private final int exitCode;

    Reason(int exitCode) {
      this.exitCode = exitCode;
    }
  }

  private final Reason reason;

  TransferFailed(Reason reason, String key, Object... arguments) {
    super(Console.text(key, arguments), null, false, false);
    this.reason = reason;
  }

  int exitCode() {
    return reason.exitCode;
  }
}
