package vn.gocua.engine.vault;

/**
 * A vault in the making, beside the place of the real one. It always begins empty: what an earlier
 * try has left is removed.
 */
public interface StagedVault extends AutoCloseable {

  /** What is filled. */
  VaultStore store();

  /** Where it lies, for a person who wants to remove it. */
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
