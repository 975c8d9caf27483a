package vn.gocua.engine.access;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.AccessFact.AccountOpened;
import vn.gocua.engine.access.AccessFact.PasswordChanged;

/** Somebody who may sign in. */
public record Account(String username, Role role, String passwordHash) {
  static @Nullable Account evolve(@Nullable Account account, AccessFact fact) {
    return switch (fact) {
      case AccountOpened(String username, Role role, String hash, _) ->
          new Account(username, role, hash);
      case PasswordChanged(String hash, _) when account != null ->
          new Account(account.username(), account.role(), hash);
      default -> account;
    };
  }
}
