package vn.gocua.engine.checkin;

import java.util.Locale;
import java.util.Optional;

/** Why a check-in is voided. */
public enum VoidReason {
  MISTAKE,
  DOUBLE,
  TEST,
  OTHER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<VoidReason> of(String code) {
    for (VoidReason reason : values()) {
      if (reason.code().equals(code)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }
}
