package vn.gocua.engine.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.activity.SessionActivity;
import vn.gocua.engine.access.password.PasswordHashing;
import vn.gocua.engine.access.password.PasswordPolicy;
import vn.gocua.engine.access.state.AccessFact;
import vn.gocua.engine.access.state.AccessFact.SessionClosed;
import vn.gocua.engine.access.state.AccessFact.SessionOpened;
import vn.gocua.engine.access.state.AccessTold;
import vn.gocua.engine.access.state.Account;
import vn.gocua.engine.access.state.Session;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.Role;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.protocol.access.AccessReason;
import vn.gocua.protocol.access.TotpSetupInfo;
import vn.gocua.protocol.refusal.Refusal;

/** Opens, proves and ends leaders' sessions. Calls block. */
public final class SessionService {
  /** Longest life of a session. */
  public static final Duration LONGEST = Duration.ofHours(12);

  private final Clock clock;
  private final Consumer<String> revoked;
  private final Accounts accounts;
  private final SignInLog signInLog;
  private final SessionActivity activity;
  private final TotpCodes totpCodes;
  private final BrowserTokens browsers;
  private final SignInLimits limits = new SignInLimits();
  private final PasswordPolicy policy;
  private final Repository<AccessFact, Session> sessions;

  /**
   * @param clock real time, also in a rehearsal
   * @param revoked receives the id of a session that has ended
   */
  SessionService(
      Repositories repositories,
      Accounts accounts,
      SessionActivity activity,
      Access.Secrets secrets,
      PasswordPolicy policy,
      Clock clock,
      Consumer<String> revoked) {
    this.clock = clock;
    this.revoked = revoked;
    this.policy = policy;
    this.accounts = accounts;
    this.activity = activity;
    this.totpCodes = new TotpCodes(repositories, secrets.totp(), clock);
    this.browsers = new BrowserTokens(secrets.browsers().get(), clock);
    this.signInLog = new SignInLog(repositories.campaign(), repositories.commit(), clock);
    this.sessions =
        repositories.plain(
            new StreamKind<>(
                repositories.campaign() + "/session/",
                AccessFact.FACTS,
                Session::evolve,
                AccessTold::session));
  }

  /**
   * A fresh session. Its token is shown once.
   *
   * @param mustChange whether the password must be changed before anything else
   * @param browser token by which the browser is recognised the next time
   */
  record SignedIn(String token, Role role, Instant expiresAt, boolean mustChange, String browser) {}

  /**
   * Signs a leader in; empty if name, password or code is wrong, or the account is disabled.
   *
   * @throws Refusal for that name, or that browser
   * @throws Refusal if too many wait; nothing was judged
   * @throws Refusal if the account has an authenticator and no code was given
   * @throws Refusal if too many wrong codes came after the right password
   */
  Optional<SignedIn> signIn(SignInTry attempt) {
    String username = attempt.username();
    // The session starts before the password is checked: a change meanwhile ends it.
    Instant begun = clock.instant();
    String token = browsers.isOne(attempt.browser()) ? attempt.browser() : null;
    Account account = token == null ? null : accounts.find(username);
    String browser = token == null || account == null ? null : browsers.browser(token, account);
    SignInLimits.Admitted admitted = admit(attempt, browser);
    if (account == null) {
      account = accounts.find(username);
    }
    if (!isRight(attempt, account, admitted) || account == null) {
      signInLog.failed(account == null ? null : username, "password");
      return Optional.empty();
    }
    if (account.disabled()) {
      signInLog.failed(username, "disabled");
      return Optional.empty();
    }
    if (account.totpSeed() != null && !provesCode(attempt, account.totpSeed(), browser != null)) {
      signInLog.failed(username, "code");
      return Optional.empty();
    }
    limits.right(attempt, browser);
    return Optional.of(session(account, begun));
  }

  private SignInLimits.Admitted admit(SignInTry attempt, @Nullable String browser) {
    try {
      return limits.admit(attempt, browser);
    } catch (Refusal e) {
      signInLog.locked(attempt.username(), () -> accounts.exists(attempt.username()));
      throw e;
    }
  }

  private boolean isRight(
      SignInTry attempt, @Nullable Account account, SignInLimits.Admitted admitted) {
    try {
      return accounts.matches(account, attempt.password(), admitted.sender());
    } catch (Refusal e) {
      limits.notJudged(attempt, admitted, Objects.requireNonNull(e.retryAfter()));
      throw e;
    }
  }

  private boolean provesCode(SignInTry attempt, String seed, boolean known) {
    String code = attempt.code();
    if (code == null || code.isBlank()) {
      throw Refusal.of(AccessReason.CODE_NEEDED);
    }
    try {
      return totpCodes.take(attempt.username(), seed, code, known);
    } catch (Refusal e) {
      signInLog.locked(attempt.username(), () -> true);
      throw e;
    }
  }

  private SignedIn session(Account account, Instant openedAt) {
    String username = account.username();
    Instant expiresAt = openedAt.plus(LONGEST);
    String id = Tokens.id();
    String secret = Tokens.secret();
    sessions.append(
        id,
        _ -> new SessionOpened(username, account.role(), Tokens.hash(secret), openedAt, expiresAt));
    activity.opened(id);
    return new SignedIn(
        Tokens.token(Tokens.Kind.SESSION, id, secret),
        account.role(),
        expiresAt,
        account.oneTime(),
        browsers.issue(account));
  }

  /**
   * Changes the password of a signed-in leader. Ends all sessions of the account and returns a new
   * one. Wrong tries are counted by session, apart from those of strangers.
   *
   * @throws Refusal if the current password is wrong or the new one breaks a rule
   * @throws Refusal of that session
   * @throws Refusal if too many wait; nothing was changed
   */
  SignedIn changePassword(Principal.Leader who, String current, String wanted) {
    String username = who.username();
    prove(who, current);
    policy
        .broken(username, wanted)
        .ifPresent(reason -> {
          throw Refusal.of(reason, PasswordPolicy.SHORTEST);
        });
    if (current.equals(wanted)) {
      throw Refusal.of(AccessReason.PASSWORD_UNCHANGED, username);
    }
    Account after = accounts.changePassword(username, wanted);
    revokeAll(username);
    return session(after, clock.instant());
  }

  /** Checks the password of a signed-in leader again. */
  private void prove(Principal.Leader who, String password) {
    PasswordHashing.Sender sender = limits.admitSession(who);
    if (!accounts.matches(accounts.find(who.username()), password, sender)) {
      signInLog.failed(who.username(), "password");
      throw Refusal.of(AccessReason.WRONG_CURRENT_PASSWORD, who.username());
    }
    limits.rightInSession(who);
  }

  /**
   * The first half of setting an authenticator up, or another in its place; nothing is kept yet.
   */
  TotpSetupInfo beginTotp(String username) {
    return totpCodes.begin(username);
  }

  /**
   * The second half: from now on a code of this authenticator is asked for at every sign-in. All
   * other sessions end.
   *
   * @throws Refusal if the password or the code is wrong, or the code was used
   * @throws Refusal of that session
   * @throws Refusal if too many wait; nothing was changed
   */
  void confirmTotp(Principal.Leader who, String password, String seed, String code) {
    prove(who, password);
    if (!totpCodes.takeFirst(who.username(), seed, code)) {
      throw Refusal.of(AccessReason.WRONG_CODE, who.username());
    }
    accounts.enableTotp(who.username(), seed, who.id());
    revokeAll(who.username());
  }

  /**
   * No code is asked for from now on. All other sessions end.
   *
   * @throws Refusal if the password is wrong
   * @throws Refusal of that session
   * @throws Refusal if too many wait; nothing was changed
   */
  void dropTotp(Principal.Leader who, String password) {
    prove(who, password);
    accounts.disableTotp(who.username(), who.id());
    revokeAll(who.username());
  }

  /** Ends all sessions of an account. */
  void signOutEverywhere(String username, String by) {
    accounts.endSessions(username, by);
    revokeAll(username);
  }

  /** Forgets the proved sessions of an account on every node. */
  void revokeAll(String username) {
    Instant now = clock.instant();
    sessions
        .readAll()
        .forEach((key, known) -> {
          Session session = known.state();
          if (session != null
              && !session.closed()
              && session.username().equals(username)
              && now.isBefore(session.expiresAt())) {
            revoked.accept(key);
          }
        });
  }

  /** Ends a session; ending it again changes nothing. */
  void signOut(String sessionId) {
    sessions.append(
        sessionId,
        s -> s == null || s.closed() ? null : new SessionClosed(clock.instant(), s.username()));
    revoked.accept(sessionId);
  }

  /**
   * Proves a token by the journal. Null if it is wrong, or its session is closed, expired, idle or
   * ended by its account.
   */
  Principal.@Nullable Leader prove(Tokens.ParsedToken token) {
    Session session = sessions.read(token.id()).state();
    if (session == null
        || session.closed()
        || !Tokens.matches(token.secret(), session.secretHash())
        || activity.isOver(token.id(), session)
        || activity.isIdle(token.id(), session)) {
      return null;
    }
    Account account = accounts.find(session.username());
    if (account == null || account.disabled() || !account.keeps(token.id(), session.openedAt())) {
      return null;
    }
    activity.use(token.id());
    return new Principal.Leader(token.id(), session.username(), account.role(), account.oneTime());
  }
}
