package vn.gocua.protocol.access;

import vn.gocua.protocol.refusal.Reason;

/** Why somebody is not let in, or an account or a phone cannot be dealt with as was wished. */
public enum AccessReason implements Reason {
  WRONG_NAME_OR_PASSWORD(Kind.NOT_SIGNED_IN),
  CODE_NEEDED(Kind.NOT_SIGNED_IN),
  CODE_NOT_VALID(Kind.NOT_SIGNED_IN),
  /** Its token ended, since it was not used for long. */
  PHONE_UNUSED(Kind.NOT_SIGNED_IN),
  TOO_MANY_CODES(Kind.TOO_MANY),
  SIGN_IN_BUSY(Kind.BUSY),
  PHONE_QUOTA(Kind.TOO_MANY),
  UNKNOWN_DEVICE(Kind.UNKNOWN),
  UNKNOWN_ACCOUNT(Kind.UNKNOWN),
  ACCOUNT_EXISTS(Kind.CONFLICT),
  NOT_ONESELF(Kind.CONFLICT),
  INVALID_USERNAME(Kind.INVALID),
  UNKNOWN_ROLE(Kind.INVALID),
  WRONG_CURRENT_PASSWORD(Kind.INVALID),
  WRONG_CODE(Kind.INVALID),
  PASSWORD_UNCHANGED(Kind.INVALID),
  PASSWORD_TOO_SHORT(Kind.INVALID),
  PASSWORD_IS_NAME(Kind.INVALID),
  PASSWORD_COMMON(Kind.INVALID);

  private final Kind kind;

  AccessReason(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
