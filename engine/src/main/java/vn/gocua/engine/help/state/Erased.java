package vn.gocua.engine.help.state;

/** Whether a contact is gone from the vault. */
public enum Erased {
  NO,
  YES,
  /** Lost with the vault's key, and not given again. */
  LOST;

  /** The first reason stays. */
  Erased or(Erased how) {
    return this == NO ? how : this;
  }
}
