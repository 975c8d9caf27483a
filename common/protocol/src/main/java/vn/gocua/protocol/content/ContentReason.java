package vn.gocua.protocol.content;

import vn.gocua.protocol.refusal.Reason;

/** Why a notice, a document, a guide, a screen or the audit is not at hand as was wished. */
public enum ContentReason implements Reason {
  UNKNOWN_NOTICE(Kind.UNKNOWN),
  UNKNOWN_PLACE(Kind.INVALID),
  UNTIL_NOT_AHEAD(Kind.INVALID),
  UNKNOWN_DOCUMENT(Kind.UNKNOWN),
  DOCUMENT_OVER(Kind.GONE),
  DOCUMENT_TOO_LARGE(Kind.TOO_LARGE),
  UNKNOWN_FILE_KIND(Kind.UNSUPPORTED),
  UNKNOWN_GUIDE(Kind.UNKNOWN),
  UNKNOWN_SCREEN(Kind.UNKNOWN),
  UNKNOWN_DEED(Kind.INVALID);

  private final Kind kind;

  ContentReason(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
