package vn.gocua.engine.learning;

import java.util.Locale;

/** A class cannot be dealt with as was wished. */
public final class LearningRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Why {
    UNKNOWN_CLASS,
    UNKNOWN_ENROLMENT,
    CLASS_DIFFERS,
    CLASS_FULL,
    CLASS_CANCELLED,
    CLASS_BEGUN,
    SEATS_TAKEN,
    SEAT_GIVEN_BACK,
    WRONG_SLIP;

    /** Stable, English, kebab-case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Why why;

  LearningRefused(Why why) {
    super(why.code(), null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
