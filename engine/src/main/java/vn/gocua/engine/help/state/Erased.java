package vn.gocua.engine.help.state;

/** Whether a contact is gone from the vault. */
public enum Erased {
  NO,
  YES,
  /** It was lost with the vault's key, and nobody has given another. */
  LOST;

  /** What is gone once does not go again. */
  Erased or(Erased how) {
    return this == NO ? how : this;
  }
}
