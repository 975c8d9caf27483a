package vn.gocua.engine.vault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a leader reads a contact. */
public enum ReadingGrounds {
  /** To call the resident back. */
  CALL_BACK("call-back"),
  /** To help a team find the house, or hand the visit over. */
  HELP_TEAM("help-team"),
  /** To follow a complaint up. */
  COMPLAINT("complaint"),
  /** To check whether the visit took place. */
  CHECK("check"),
  /** To hold a class: who comes, or a change of its time or place. */
  CLASS("class"),
  /** The resident asked what is kept. */
  DATA_REQUEST("data-request"),
  /** Said in a note. */
  OTHER("other");

  private final String code;

  ReadingGrounds(String code) {
    this.code = code;
  }

  /** Code in the API and the journal: stable, English. */
  public String code() {
    return code;
  }

  public static Optional<ReadingGrounds> of(String code) {
    return Stream.of(values()).filter(reason -> reason.code.equals(code)).findFirst();
  }

  /** All codes. */
  public static List<String> codes() {
    return Stream.of(values()).map(ReadingGrounds::code).toList();
  }
}
