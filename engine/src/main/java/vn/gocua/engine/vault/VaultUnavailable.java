package vn.gocua.engine.vault;

import org.jspecify.annotations.Nullable;

/** The vault did not answer; whether a record was kept or erased is unknown. Do it again. */
public final class VaultUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VaultUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
