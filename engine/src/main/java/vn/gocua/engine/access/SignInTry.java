package vn.gocua.engine.access;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to sign in.
 *
 * @param code of the authenticator, if one was given
 * @param browser what the browser kept from the last time, if anything
 * @param address from where the request came; a whole commune may have the same
 */
public record SignInTry(
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
