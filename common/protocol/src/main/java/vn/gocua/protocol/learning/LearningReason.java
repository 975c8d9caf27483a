package vn.gocua.protocol.learning;

import vn.gocua.protocol.refusal.Reason;

/** Why a class cannot be dealt with as was wished. */
public enum LearningReason implements Reason {
  UNKNOWN_CLASS(Kind.UNKNOWN),
  UNKNOWN_ENROLMENT(Kind.UNKNOWN),
  CLASS_DIFFERS(Kind.CONFLICT),
  CLASS_FULL(Kind.CONFLICT),
  CLASS_CANCELLED(Kind.CONFLICT),
  CLASS_BEGUN(Kind.CONFLICT),
  SEATS_TAKEN(Kind.CONFLICT),
  SEAT_GIVEN_BACK(Kind.CONFLICT),
  WRONG_SLIP(Kind.FORBIDDEN),
  CLASS_ENDS_BEFORE_IT_STARTS(Kind.INVALID);

  private final Kind kind;

  LearningReason(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
