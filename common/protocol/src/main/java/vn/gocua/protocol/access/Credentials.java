package vn.gocua.protocol.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Max;

/**
 * Credentials for signing in.
 *
 * @param totp the authenticator's six digits; null if none were typed
 * @param browser the browser's token of an earlier sign-in; null if none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Credentials(
    @Max(60) String username,
    @Max(200) String password,
    @Nullable @Max(20) String totp,
    @Nullable @Max(300) String browser) {
  public Credentials(String username, String password) {
    this(username, password, null, null);
  }

  @Override
  public String toString() {
    return "credentials"; // The password stays out of logs.
  }
}
