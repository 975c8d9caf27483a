package vn.gocua.protocol.refusal;

/**
 * Why a request is refused whatever it is about: its form, its bounds, its token, or the engine's
 * state. A field's annotations name these too.
 */
public enum RequestReason implements Reason {
  NOT_JSON(Kind.INVALID),
  TOO_DEEP(Kind.INVALID),
  TOO_COMPLEX(Kind.INVALID),
  DAMAGED_ENCODING(Kind.INVALID),
  WRONG_TYPE(Kind.INVALID),
  MISSING_FIELD(Kind.INVALID),
  UNKNOWN_FIELD(Kind.INVALID),
  DUPLICATE_FIELD(Kind.INVALID),
  OUT_OF_RANGE(Kind.INVALID),
  INVALID_TIME(Kind.INVALID),
  INVALID_DATE(Kind.INVALID),
  INVALID_PHONE(Kind.INVALID),
  /** Agreed to words that were never shown. */
  UNKNOWN_CONSENT(Kind.INVALID),
  CONSENT_REQUIRED(Kind.INVALID),
  /** One of many items is none. */
  NOT_AN_OBJECT(Kind.INVALID),
  RESIDENTS_OUT_OF_RANGE(Kind.INVALID),
  MINUTES_OUT_OF_RANGE(Kind.INVALID),
  TOO_MANY_GROUPS(Kind.INVALID),
  TOO_MANY_CHECK_INS(Kind.INVALID),
  BAD_ADDRESS(Kind.INVALID),
  /** Also answered with other statuses, such as 414 and 431. */
  BAD_REQUEST(Kind.INVALID),
  /** Answered with 405. */
  METHOD_NOT_ALLOWED(Kind.INVALID),
  /** Answered with 500: nobody expected it. */
  INTERNAL(Kind.INVALID),
  BODY_TOO_LARGE(Kind.TOO_LARGE),
  UNSUPPORTED_ENCODING(Kind.UNSUPPORTED),
  NOT_FOUND(Kind.UNKNOWN),
  NO_SECURITY_CONTACT(Kind.UNKNOWN),
  SIGN_IN_FIRST(Kind.NOT_SIGNED_IN),
  TOKEN_NOT_VALID(Kind.NOT_SIGNED_IN),
  CHANGE_PASSWORD_FIRST(Kind.FORBIDDEN),
  PHONES_ONLY(Kind.FORBIDDEN),
  KIOSK_ONLY(Kind.FORBIDDEN),
  LEADERS_ONLY(Kind.FORBIDDEN),
  ADMINS_ONLY(Kind.FORBIDDEN),
  TOO_MANY_TRIES(Kind.TOO_MANY),
  BUSY(Kind.BUSY),
  JOURNAL_UNAVAILABLE(Kind.BUSY),
  VAULT_UNAVAILABLE(Kind.BUSY),
  /** The engine's clock must be wrong. */
  ENGINE_CLOCK(Kind.BUSY);

  private final Kind kind;

  RequestReason(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
