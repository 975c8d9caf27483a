package vn.gocua.engine.help.state;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a leader strikes a request off. */
public enum CancelReason {
  /** A repeat of another request. */
  DOUBLE,
  /** No answer at the number or the address. */
  UNREACHABLE,
  /** The resident needs no visit any more. */
  NOT_NEEDED,
  /** Not a team's kind of work. */
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
