package vn.gocua.protocol.help;

import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.refusal.Reason;
import vn.gocua.protocol.refusal.Refusal;

/** Why a help request cannot be dealt with as was wished. */
public enum HelpReason implements Reason {
  UNKNOWN_HELP_REQUEST(Kind.UNKNOWN),
  NOT_YOUR_HAMLET(Kind.FORBIDDEN),
  ALREADY_CLAIMED(Kind.CONFLICT),
  ALREADY_CLOSED(Kind.CONFLICT),
  CLAIM_FIRST(Kind.CONFLICT),
  UNKNOWN_CHECK_IN(Kind.CONFLICT),
  HELP_REQUEST_DIFFERS(Kind.CONFLICT),
  NO_TEAM_FOR_HAMLET(Kind.CONFLICT),
  CONTACT_ERASED(Kind.GONE),
  CONTACT_LOST(Kind.GONE),
  ALREADY_WITHDRAWN(Kind.CONFLICT),
  ALREADY_CANCELLED(Kind.CONFLICT),
  NOT_CLOSED_YET(Kind.CONFLICT),
  ALREADY_RATED(Kind.CONFLICT),
  WRONG_SECRET(Kind.FORBIDDEN),
  WRONG_PIN(Kind.FORBIDDEN);

  private final Kind kind;

  HelpReason(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String code() {
    return Reason.codeOf(this);
  }

  @Override
  public Kind kind() {
    return kind;
  }

  /**
   * The refusal.
   *
   * @param team that has the request
   */
  public Refusal because(@Nullable String team) {
    return team == null ? Refusal.of(this) : Refusal.lostTo(this, team);
  }
}
