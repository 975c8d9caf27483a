package vn.gocua.engine.help;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A help request cannot be dealt with as was wished. */
public final class HelpRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Why {
    UNKNOWN_HELP_REQUEST,
    NOT_YOUR_HAMLET,
    ALREADY_CLAIMED,
    ALREADY_CLOSED,
    CLAIM_FIRST,
    UNKNOWN_CHECK_IN,
    HELP_REQUEST_DIFFERS,
    NO_TEAM_FOR_HAMLET,
    CONTACT_ERASED,
    CONTACT_LOST,
    ALREADY_WITHDRAWN,
    ALREADY_CANCELLED,
    NOT_CLOSED_YET,
    ALREADY_RATED,
    WRONG_SECRET,
    WRONG_PIN;

    /** Stable, English, kebab-case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Why why;
  private final @Nullable String team;

  /**
   * @param team who has it instead
   */
  HelpRefused(Why why, @Nullable String team) {
    super(why.code(), null, false, false);
    this.why = why;
    this.team = team;
  }

  public Why why() {
    return why;
  }

  public @Nullable String team() {
    return team;
  }
}
