package vn.gocua.protocol.reading;

import vn.gocua.protocol.refusal.Reason;

/** Why a contact cannot be read as was wished. */
public enum ReadingReason implements Reason {
  /** The phone or the leader has read as many as it may for now. */
  CONTACT_QUOTA(Kind.TOO_MANY),
  UNKNOWN_READING_REASON(Kind.INVALID),
  READING_NOTE_NEEDED(Kind.INVALID),
  READING_NOTE_HAS_NUMBER(Kind.INVALID);

  private final Kind kind;

  ReadingReason(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
