package vn.gocua.engine.access;

import org.jspecify.annotations.Nullable;

/**
 * An attempt to sign in.
 *
 * @param code of the authenticator, if one was given
 * @param browser the browser's token from an earlier sign-in, if any
 * @param address sender of the request; a whole commune may share one
 */
record SignInTry(
    String username,
    String password,
    @Nullable String code,
    @Nullable String browser,
    String address) {
  @Override
  public String toString() {
    return "a try to sign in"; // Secrets stay out of logs.
  }
}
