package vn.gocua.engine.vault;

/**
 * A vault that is being copied, beside the place of the real one. It starts empty: the rest of an
 * earlier try is removed.
 */
public interface StagedVault extends AutoCloseable {

  /** The store to fill. */
  VaultStore store();

  /** Its place, for a person who wants to remove it. */
  String place();

  /**
   * Makes it the vault, durably. To be called once; nothing can be kept in it after that.
   *
   * @throws VaultUnavailable if that cannot be done, or there is a vault by now
   */
  void finish();

  @Override
  void close();
}
