package vn.gocua.engine.access.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.state.AccessFact.SessionClosed;
import vn.gocua.engine.access.state.AccessFact.SessionOpened;
import vn.gocua.engine.rights.Role;

/** A leader's signed-in session. */
public record Session(
    String username,
    Role role,
    String secretHash,
    Instant openedAt,
    Instant expiresAt,
    boolean closed) {
  public static @Nullable Session evolve(@Nullable Session session, AccessFact fact) {
    return switch (fact) {
      case SessionOpened(var username, var role, var hash, var at, var expiresAt) ->
          new Session(username, role, hash, at, expiresAt, false);
      case SessionClosed _ when session != null ->
          new Session(
              session.username(),
              session.role(),
              session.secretHash(),
              session.openedAt(),
              session.expiresAt(),
              true);
      default -> session;
    };
  }
}
