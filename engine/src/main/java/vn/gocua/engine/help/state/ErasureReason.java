package vn.gocua.engine.help.state;

import java.util.Locale;

/** Why a contact was erased other than by the resident's withdrawal. */
public enum ErasureReason {
  /** The request was over for as long as the commune keeps contacts. */
  RETENTION,
  /** The person wished it. */
  DEMAND;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
