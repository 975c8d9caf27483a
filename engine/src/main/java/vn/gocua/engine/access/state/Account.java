package vn.gocua.engine.access.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.state.AccessFact.AccountDisabled;
import vn.gocua.engine.access.state.AccessFact.AccountEnabled;
import vn.gocua.engine.access.state.AccessFact.AccountOpened;
import vn.gocua.engine.access.state.AccessFact.PasswordChanged;
import vn.gocua.engine.access.state.AccessFact.RoleChanged;
import vn.gocua.engine.access.state.AccessFact.SessionsEnded;
import vn.gocua.engine.access.state.AccessFact.TotpDisabled;
import vn.gocua.engine.access.state.AccessFact.TotpEnabled;
import vn.gocua.engine.rights.Role;

/**
 * A leader's account.
 *
 * @param oneTime whether the password must be changed before anything else
 * @param totpSeed null if no authenticator's code is needed
 * @param sessions which of its sessions are still valid
 */
public record Account(
    String username,
    Role role,
    String passwordHash,
    boolean disabled,
    boolean oneTime,
    @Nullable String totpSeed,
    Instant openedAt,
    Sessions sessions) {

  /**
   * Which sessions of an account are still valid.
   *
   * @param from earlier sessions are over
   * @param kept exempt from that
   * @param generation number of password changes and of ends of all sessions
   */
  record Sessions(Instant from, @Nullable String kept, int generation) {
    boolean keep(String session, Instant openedAt) {
      return !openedAt.isBefore(from) || session.equals(kept);
    }
  }

  public static @Nullable Account evolve(@Nullable Account account, AccessFact fact) {
    if (account == null) {
      return fact instanceof AccountOpened(var name, var role, var hash, var at, _, var oneTime)
          ? new Account(name, role, hash, false, is(oneTime), null, at, new Sessions(at, null, 0))
          : null;
    }
    return switch (fact) {
      case PasswordChanged(var hash, var at, _, var oneTime) ->
          account.withPassword(hash, is(oneTime)).without(at, null).next();
      case AccountDisabled(_, var at) -> account.withDisabled(true).without(at, null);
      case AccountEnabled(_, var at) -> account.withDisabled(false).without(at, null);
      case RoleChanged(var role, _, var at) -> account.withRole(role).without(at, null);
      case SessionsEnded(_, var at) -> account.without(at, null).next();
      case TotpEnabled(var seed, _, var at, var keeps) ->
          account.withTotp(seed).withoutOthers(at, keeps);
      case TotpDisabled(_, var at, var keeps) -> account.withTotp(null).withoutOthers(at, keeps);
      default -> account;
    };
  }

  /** Whether a session of this account is still valid. */
  public boolean keeps(String session, Instant sessionOpenedAt) {
    return sessions.keep(session, sessionOpenedAt);
  }

  /** Number of password changes and of ends of all sessions. */
  public int generation() {
    return sessions.generation();
  }

  private Account withoutOthers(Instant at, @Nullable String keeps) {
    return keeps == null ? this : without(at, keeps);
  }

  private Account without(Instant from, @Nullable String kept) {
    return with(new Sessions(from, kept, sessions.generation()));
  }

  private Account next() {
    return with(new Sessions(sessions.from(), sessions.kept(), sessions.generation() + 1));
  }

  private Account with(Sessions now) {
    return new Account(username, role, passwordHash, disabled, oneTime, totpSeed, openedAt, now);
  }

  private Account withPassword(String hash, boolean nowOneTime) {
    return new Account(username, role, hash, disabled, nowOneTime, totpSeed, openedAt, sessions);
  }

  private Account withDisabled(boolean now) {
    return new Account(username, role, passwordHash, now, oneTime, totpSeed, openedAt, sessions);
  }

  private Account withRole(Role now) {
    return new Account(
        username, now, passwordHash, disabled, oneTime, totpSeed, openedAt, sessions);
  }

  private Account withTotp(@Nullable String seed) {
    return new Account(username, role, passwordHash, disabled, oneTime, seed, openedAt, sessions);
  }

  private static boolean is(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
