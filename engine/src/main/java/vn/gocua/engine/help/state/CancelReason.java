package vn.gocua.engine.help.state;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a leader strikes a request off. */
public enum CancelReason {
  /** There is another request about the same. */
  DOUBLE,
  /** Nobody answers at the number or the address. */
  UNREACHABLE,
  /** The one who asked needs no visit any more. */
  NOT_NEEDED,
  /** Nothing that a team can help with. */
  OUT_OF_SCOPE,
  /** Made for a test or as a joke. */
  TEST,
  OTHER;

  /** Stable, English, kebab-case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<CancelReason> of(String code) {
    return Stream.of(values()).filter(reason -> reason.code().equals(code)).findFirst();
  }
}
