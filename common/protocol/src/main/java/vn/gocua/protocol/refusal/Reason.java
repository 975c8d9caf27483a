package vn.gocua.protocol.refusal;

import java.util.Locale;

/**
 * Why the engine refuses: a constant of an enum, which gives a code its kind. Clients read the code
 * as text, for a newer engine may have others.
 */
public interface Reason {
  /** The constant's name. */
  String name();

  /** Stable, English, kebab-case: the constant's name; the text for people is found by it. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

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
}
