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
  /** Of the visit's report. */
  UNKNOWN_CHECK_IN(Kind.CONFLICT),
  HELP_REQUEST_DIFFERS(Kind.CONFLICT),
  NO_TEAM_FOR_HAMLET(Kind.CONFLICT),
  CONTACT_ERASED(Kind.GONE),
  CONTACT_LOST(Kind.GONE),
  ALREADY_WITHDRAWN(Kind.CONFLICT),
  ALREADY_CANCELLED(Kind.CONFLICT),
  /** Nobody helped in time, or the campaign ended first. */
  ALREADY_EXPIRED(Kind.CONFLICT),
  /** No team could report a visit any more. */
  CAMPAIGN_OVER(Kind.CONFLICT),
  /** While teams check in, a check-in closes a request. */
  STILL_BY_CHECK_IN(Kind.CONFLICT),
  NOT_CLOSED_YET(Kind.CONFLICT),
  ALREADY_RATED(Kind.CONFLICT),
  WRONG_SECRET(Kind.FORBIDDEN),
  WRONG_PIN(Kind.FORBIDDEN),
  TOO_MANY_REQUESTS_HERE(Kind.TOO_MANY),
  TOO_MANY_REQUESTS_NUMBER(Kind.TOO_MANY),
  /** Named in the request. */
  UNKNOWN_TEAM(Kind.INVALID),
  UNKNOWN_DAY_PART(Kind.INVALID),
  UNKNOWN_STATUS(Kind.INVALID),
  UNKNOWN_CANCEL_REASON(Kind.INVALID),
  ERASE_WHAT(Kind.INVALID);

  private final Kind kind;

  HelpReason(Kind kind) {
    this.kind = kind;
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
