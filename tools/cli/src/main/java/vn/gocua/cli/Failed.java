package vn.gocua.cli;

/** A command failed: its message and exit code. */
final class Failed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;
  private final String text;

  Failed(int code, String text) {
    super(text);
    this.code = code;
    this.text = text;
  }

  int code() {
    return code;
  }

  /** Empty if the message was printed already. */
  String text() {
    return text;
  }
}
