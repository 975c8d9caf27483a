package vn.gocua.engine.access;

/** What was wanted of an account cannot be; the code says why. */
public final class AccountRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String about;

  AccountRefused(String code, String about) {
    super(code, null, false, false);
    this.about = about;
  }

  public String code() {
    return String.valueOf(getMessage());
  }

  public String about() {
    return about;
  }
}
