package vn.gocua.protocol.campaign;

import vn.gocua.protocol.refusal.Reason;

/**
 * Why the campaign is not changed as was wished: its roster, its training, its clock, its end; or
 * what is named is not of it.
 */
public enum CampaignReason implements Reason {
  UNKNOWN_TEAM(Kind.UNKNOWN),
  UNKNOWN_HAMLET(Kind.INVALID),
  UNKNOWN_ACTIVITY(Kind.INVALID),
  UNKNOWN_GROUP(Kind.INVALID),
  NO_SUCH_DAY(Kind.UNKNOWN),
  CLOCK_SHOWS_OTHERWISE(Kind.CONFLICT),
  NAMED_TWICE(Kind.INVALID),
  ROSTER_CHANGED_MEANWHILE(Kind.CONFLICT),
  ROSTER_FILE_TOO_LARGE(Kind.TOO_LARGE),
  ROSTER_FILE_UNREADABLE(Kind.INVALID),
  ROSTER_FILE_EMPTY(Kind.INVALID),
  ROSTER_COLUMN_MISSING(Kind.INVALID),
  ROSTER_SIZE(Kind.INVALID),
  ROSTER_CODE(Kind.INVALID),
  ROSTER_CODE_TWICE(Kind.INVALID),
  ROSTER_NAME(Kind.INVALID),
  ROSTER_NAME_TWICE(Kind.INVALID),
  ROSTER_MEMBERS(Kind.INVALID),
  ROSTER_TEXT(Kind.INVALID),
  ROSTER_PHONE(Kind.INVALID),
  ROSTER_NO_HAMLET(Kind.INVALID),
  ROSTER_HAMLET_NAME(Kind.INVALID),
  ROSTER_HAMLETS(Kind.INVALID),
  ROSTER_HAMLET_IN_USE(Kind.INVALID),
  ROSTER_TEAM_BUSY(Kind.INVALID),
  NOT_CLOSED(Kind.CONFLICT),
  /** Of the open requests, some are neither ended nor left. */
  OPEN_REQUESTS_UNDECIDED(Kind.CONFLICT),
  OPEN_REQUESTS_DECISION(Kind.INVALID),
  LATE_PHONES_STILL_COME(Kind.CONFLICT),
  ARCHIVE_NOT_HERE(Kind.UNKNOWN),
  NEXT_ID(Kind.INVALID),
  NEXT_ID_TAKEN(Kind.INVALID),
  NEXT_REFUSED(Kind.INVALID);

  private final Kind kind;

  CampaignReason(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
