package vn.gocua.protocol.checkin;

import vn.gocua.protocol.refusal.Reason;

/** Why check-ins are not taken, voided or exported as was wished. */
public enum CheckInReason implements Reason {
  TEAM_LEFT(Kind.FORBIDDEN),
  NOT_YOUR_TEAMS(Kind.FORBIDDEN),
  TOO_LATE_TO_VOID(Kind.FORBIDDEN),
  UNKNOWN_CHECK_IN(Kind.UNKNOWN),
  UNKNOWN_CHANNEL(Kind.INVALID),
  UNKNOWN_REASON(Kind.INVALID),
  NOT_A_BACKUP(Kind.INVALID),
  BACKUP_OF_SEVERAL(Kind.INVALID),
  BACKUP_INCOMPLETE(Kind.INVALID),
  UNKNOWN_EXPORT(Kind.UNKNOWN),
  FROM_AFTER_TO(Kind.INVALID);

  private final Kind kind;

  CheckInReason(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
