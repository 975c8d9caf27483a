package vn.gocua.rehearsal;

import vn.gocua.base.text.Texts;

/** The rehearsal could not be held; the code and its arguments are a message of the bundle. */
public final class RehearsalFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Object[] arguments;

  RehearsalFailed(String code, Object... arguments) {
    super(code);
    this.code = code;
    this.arguments = arguments.clone();
  }

  String text(Texts texts) {
    return texts.get(code, arguments);
  }
}
