package vn.gocua.engine.transfer;

import vn.gocua.base.console.Console;

/** What was asked for was not done; the message says why, what there is now, and what to do. */
final class TransferFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the process ends with, so that scripts can tell the reasons apart. */
  enum Reason {
    UNEXPECTED(1),
    USAGE(2),
    /** Somebody uses the store, or there is something already where it would be written. */
    IN_THE_WAY(3),
    /** The events are damaged, cannot be reached, or differ from what they should be. */
    EVENTS(5),
    /** The key of the vault is missing or another one, and nobody said to go on without it. */
    VAULT(6),
    /** Nothing proves where the archive comes from, and nobody said to take it all the same. */
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
