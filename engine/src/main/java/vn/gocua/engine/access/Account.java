package vn.gocua.engine.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.AccessFact.AccountDisabled;
import vn.gocua.engine.access.AccessFact.AccountEnabled;
import vn.gocua.engine.access.AccessFact.AccountOpened;
import vn.gocua.engine.access.AccessFact.PasswordChanged;
import vn.gocua.engine.access.AccessFact.RoleChanged;
import vn.gocua.engine.access.AccessFact.SessionsEnded;
import vn.gocua.engine.access.AccessFact.TotpDisabled;
import vn.gocua.engine.access.AccessFact.TotpEnabled;

/**
 * Somebody who may sign in.
 *
 * @param oneTime whether the password must be changed before anything else
 * @param totpSeed null if no authenticator's code is asked for
 * @param sessionsFrom sessions opened before it are over
 */
public record Account(
    String username,
    Role role,
    String passwordHash,
    boolean disabled,
    boolean oneTime,
    @Nullable String totpSeed,
    Instant openedAt,
    Instant sessionsFrom) {

  static @Nullable Account evolve(@Nullable Account account, AccessFact fact) {
    if (account == null) {
      return fact instanceof AccountOpened(var name, var role, var hash, var at, _, var oneTime)
          ? new Account(name, role, hash, false, is(oneTime), null, at, at)
          : null;
    }
    return switch (fact) {
      case PasswordChanged(var hash, var at, _, var oneTime) ->
          account.with(account.role, hash, account.disabled, is(oneTime), account.totpSeed, at);
      case AccountDisabled(_, var at) ->
          account.with(
              account.role, account.passwordHash, true, account.oneTime, account.totpSeed, at);
      case AccountEnabled(_, var at) ->
          account.with(
              account.role, account.passwordHash, false, account.oneTime, account.totpSeed, at);
      case RoleChanged(var role, _, var at) ->
          account.with(
              role, account.passwordHash, account.disabled, account.oneTime, account.totpSeed, at);
      case SessionsEnded(_, var at) -> account.withTotp(account.totpSeed, at);
      case TotpEnabled(var seed, _, _) -> account.withTotp(seed, account.sessionsFrom);
      case TotpDisabled _ -> account.withTotp(null, account.sessionsFrom);
      default -> account;
    };
  }

  private Account withTotp(@Nullable String seed, Instant from) {
    return with(role, passwordHash, disabled, oneTime, seed, from);
  }

  private Account with(
      Role newRole,
      String hash,
      boolean nowDisabled,
      boolean nowOneTime,
      @Nullable String seed,
      Instant from) {
    return new Account(username, newRole, hash, nowDisabled, nowOneTime, seed, openedAt, from);
  }

  private static boolean is(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
