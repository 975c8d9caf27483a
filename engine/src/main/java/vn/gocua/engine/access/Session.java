package vn.gocua.engine.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.AccessFact.SessionClosed;
import vn.gocua.engine.access.AccessFact.SessionOpened;

/** A leader's signed-in session. */
public record Session(
    String username, Role role, String secretHash, Instant expiresAt, boolean closed) {
  static @Nullable Session evolve(@Nullable Session session, AccessFact fact) {
    return switch (fact) {
      case SessionOpened(String username, Role role, String hash, _, Instant expiresAt) ->
          new Session(username, role, hash, expiresAt, false);
      case SessionClosed _ when session != null ->
          new Session(
              session.username(), session.role(), session.secretHash(), session.expiresAt(), true);
      default -> session;
    };
  }
}
