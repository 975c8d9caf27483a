package vn.gocua.engine.vault;

import java.nio.file.Path;

/** The vault is in use but its key is not here, or another one is. */
public final class VaultLocked extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Fault of the key's file. */
  public enum Reason {
    KEY_MISSING,
    KEY_NOT_READABLE,
    WRONG_KEY,
    /** The journal was used with a vault, and there is none. */
    VAULT_GONE
  }

  private final Reason reason;
  private final transient Path keyFile;

  /**
   * @param keyFile that was looked for or read
   */
  public VaultLocked(Reason reason, Path keyFile) {
    super(reason + ": " + keyFile, null, false, false);
    this.reason = reason;
    this.keyFile = keyFile;
  }

  public Reason reason() {
    return reason;
  }

  public Path keyFile() {
    return keyFile;
  }
}
