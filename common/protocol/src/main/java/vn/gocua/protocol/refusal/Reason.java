package vn.gocua.protocol.refusal;

import java.util.Locale;

/** Why the engine refuses. */
public interface Reason {
  /** Stable, English, kebab-case; the text for people is found by it. */
  String code();

  Kind kind();

  /** Kind of a reason; HTTP has a status for each. */
  enum Kind {
    INVALID,
    NOT_SIGNED_IN,
    FORBIDDEN,
    UNKNOWN,
    CONFLICT,
    GONE,
    TOO_LARGE,
    UNSUPPORTED,
    TOO_MANY,
    BUSY,
    /** Asked, and nothing was heard: it may have been done all the same. */
    NO_ANSWER
  }

  /** The code of a reason that is a constant of an enum. */
  static String codeOf(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A reason with nothing but its code. */
  record Coded(String code, Kind kind) implements Reason {}
}
