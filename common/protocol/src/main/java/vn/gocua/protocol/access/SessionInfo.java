package vn.gocua.protocol.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fresh session.
 *
 * @param mustChangePassword until then, the engine allows nothing else
 * @param browser token by which this browser is recognised the next time
 */
public record SessionInfo(
    String token,
    String role,
    Instant expiresAt,
    @Nullable Boolean mustChangePassword,
    @Nullable String browser) {
  @Override
  public String toString() {
    return "session of " + role; // The token stays out of logs.
  }
}
