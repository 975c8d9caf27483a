package vn.gocua.engine.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.password.PasswordHashing;
import vn.gocua.engine.access.password.PasswordPolicy;
import vn.gocua.engine.access.state.AccessFact;
import vn.gocua.engine.access.state.AccessFact.CodeMade;
import vn.gocua.engine.access.state.AccessFact.CodeUsed;
import vn.gocua.engine.access.state.AccessFact.DeviceEnrolled;
import vn.gocua.engine.access.state.AccessFact.DeviceRevoked;
import vn.gocua.engine.access.state.AccessFact.DeviceTokenRenewed;
import vn.gocua.engine.access.state.AccessFact.SessionClosed;
import vn.gocua.engine.access.state.AccessFact.SessionOpened;
import vn.gocua.engine.access.state.Account;
import vn.gocua.engine.access.state.Device;
import vn.gocua.engine.access.state.EnrolmentCode;
import vn.gocua.engine.access.state.Session;
import vn.gocua.engine.access.activity.SessionActivity;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.rights.Role;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.engine.state.Versioned;
import vn.gocua.protocol.Refusal;

/** Who is who: sessions, enrolment codes, phones. All of it stands in the journal. Calls block. */
public final class Access {
  public static final Duration SESSION = Duration.ofHours(12);
  public static final Duration CODE = Duration.ofMinutes(30);

  /** How long a token that was proved is believed without asking the journal again. */
  private static final Duration BELIEVED = Duration.ofSeconds(5);

  private final Clock clock;
  private final Consumer<String> tellNodes;
  private final String kioskTokenHash;
  private final Accounts accounts;
  private final SignInLog signInLog;
  private final SessionActivity sessionUse;
  private final Authenticators authenticators;
  private final BrowserTokens browsers;
  private final SignInLimits limits = new SignInLimits();
  private final PasswordPolicy policy;
  private final Repository<AccessFact, Session> sessions;
  private final Repository<AccessFact, EnrolmentCode> codes;
  private final Repository<AccessFact, Device> devices;
  private final RateLimiter enrolments = new RateLimiter(10, Duration.ofSeconds(6));
  private final Cache<String, Principal> proved =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(BELIEVED).build();

  /**
   * What only engines of this installation know, the same for all of them.
   *
   * @param totp at least 20 bytes for every seed, for each others
   * @param browsers at least 32 bytes, with which browsers' tokens are signed
   */
  public record Secrets(Function<String, byte[]> totp, Supplier<byte[]> browsers) {}

  /**
   * @param clock real time, also in a rehearsal
   * @param tellNodes told the id of a session or phone that is no longer to be believed; every
   *     node's {@link #forget} is to be called with it
   * @param tellUse told the id of a session in use, once a minute; every node's {@link #used} is to
   *     be called with it
   * @param kioskToken what the kiosk's server shows
   * @param secrets what only engines of this installation know
   * @param hashing all hashing there is in this process
   * @param policy judges passwords that people choose
   */
  public Access(
      String campaign,
      Journal journal,
      GroupCommit commit,
      Clock clock,
      Consumer<String> tellNodes,
      Consumer<String> tellUse,
      String kioskToken,
      Secrets secrets,
      PasswordHashing hashing,
      PasswordPolicy policy) {
    this.kioskTokenHash = Tokens.hash(kioskToken);
    this.clock = clock;
    this.tellNodes = tellNodes;
    this.policy = policy;
    this.authenticators = new Authenticators(campaign, journal, commit, secrets.totp(), clock);
    this.browsers = new BrowserTokens(secrets.browsers().get(), clock);
    this.accounts = new Accounts(campaign, journal, commit, clock, hashing);
    this.signInLog = new SignInLog(campaign, commit, clock);
    this.sessionUse = new SessionActivity(clock, System::nanoTime, tellUse);
    this.sessions =
        new Repository<>(
            new StreamKind<>(campaign + "/session/", AccessFact.FACTS, Session::evolve),
            journal,
            commit);
    this.codes =
        new Repository<>(
            new StreamKind<>(
                campaign + "/enrolment-code/", AccessFact.FACTS, EnrolmentCode::evolve),
            journal,
            commit);
    this.devices =
        new Repository<>(
            new StreamKind<>(campaign + "/device/", AccessFact.FACTS, Device::evolve),
            journal,
            commit);
  }

  public Accounts accounts() {
    return accounts;
  }

  /**
   * A fresh session; the token is told once.
   *
   * @param mustChange whether the password must be changed before anything else
   * @param browser what the browser may show the next time, to be known
   */
  public record SignedIn(
      String token, Role role, Instant expiresAt, boolean mustChange, String browser) {}

  /** As the other, of a stranger without a code. */
  public Optional<SignedIn> signIn(String username, String password) {
    return signIn(username, password, null);
  }

  /** As the other, of a stranger. */
  public Optional<SignedIn> signIn(String username, String password, @Nullable String code) {
    return signIn(new SignInTry(username, password, code, null, ""));
  }

  /**
   * Signs somebody in; empty if name, password or code is wrong, or the account is disabled.
   *
   * @throws Refusal for that name, or that browser
   * @throws Refusal if too many wait; nothing was judged
   * @throws Refusal if the account has an authenticator and no code was given
   * @throws Refusal if too many wrong codes came after the right password
   */
  public Optional<SignedIn> signIn(SignInTry attempt) {
    String username = attempt.username();
    // A session is as old as what it was opened on: what changes meanwhile ends it.
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
      throw Refusal.notSignedIn("code-needed");
    }
    try {
      return authenticators.take(attempt.username(), seed, code, known);
    } catch (Refusal e) {
      signInLog.locked(attempt.username(), () -> true);
      throw e;
    }
  }

  private SignedIn session(Account account, Instant openedAt) {
    String username = account.username();
    Instant expiresAt = openedAt.plus(SESSION);
    String id = newId();
    String secret = Tokens.secret();
    sessions.append(
        id,
        _ -> new SessionOpened(username, account.role(), Tokens.hash(secret), openedAt, expiresAt));
    sessionUse.opened(id);
    return new SignedIn(
        Tokens.token(Tokens.Kind.SESSION, id, secret),
        account.role(),
        expiresAt,
        account.oneTime(),
        browsers.issue(account));
  }

  /**
   * Changes the password of whoever is signed in. All their sessions end; the one that is returned
   * begins. Wrong tries are counted by session, so that strangers' do not matter here.
   *
   * @throws Refusal if the current password is wrong or the new one breaks a rule
   * @throws Refusal of that session
   * @throws Refusal if too many wait; nothing was changed
   */
  public SignedIn changePassword(Principal.Leader who, String current, String wanted) {
    String username = who.username();
    prove(who, current);
    policy
        .broken(username, wanted)
        .ifPresent(code -> {
          throw Refusal.invalid(code, String.valueOf(PasswordPolicy.SHORTEST));
        });
    if (current.equals(wanted)) {
      throw Refusal.invalid("password-unchanged", username);
    }
    Account after = accounts.changePassword(username, wanted);
    shutOutSessions(username);
    return session(after, clock.instant());
  }

  /** Asks whoever is signed in for the password again. */
  private void prove(Principal.Leader who, String password) {
    PasswordHashing.Sender sender = limits.admitSession(who);
    if (!accounts.matches(accounts.find(who.username()), password, sender)) {
      signInLog.failed(who.username(), "password");
      throw Refusal.invalid("wrong-current-password", who.username());
    }
    limits.rightInSession(who);
  }

  /** What an authenticator has to be told. */
  public record TotpSetup(String seed, String secret, String uri) {}

  /**
   * The first half of setting an authenticator up, or another in its place; nothing is kept yet.
   */
  public TotpSetup beginTotp(String username) {
    return authenticators.begin(username);
  }

  /**
   * The second half: from now on a code of this authenticator is asked for at every sign-in. All
   * other sessions end.
   *
   * @throws Refusal if the password or the code is wrong, or the code was used
   * @throws Refusal of that session
   * @throws Refusal if too many wait; nothing was changed
   */
  public void confirmTotp(Principal.Leader who, String password, String seed, String code) {
    prove(who, password);
    if (!authenticators.takeFirst(who.username(), seed, code)) {
      throw Refusal.invalid("wrong-code", who.username());
    }
    accounts.enableTotp(who.username(), seed, who.id());
    shutOutSessions(who.username());
  }

  /**
   * No code is asked for from now on. All other sessions end.
   *
   * @throws Refusal if the password is wrong
   * @throws Refusal of that session
   * @throws Refusal if too many wait; nothing was changed
   */
  public void dropTotp(Principal.Leader who, String password) {
    prove(who, password);
    accounts.disableTotp(who.username(), who.id());
    shutOutSessions(who.username());
  }

  /** Ends all sessions of an account. */
  public void signOutEverywhere(String username, String by) {
    accounts.endSessions(username, by);
    shutOutSessions(username);
  }

  /** Sessions of an account are over by what its journal says: no node is to believe them. */
  public void shutOutSessions(String username) {
    sessions
        .readAll()
        .forEach((key, now) -> {
          Session session = now.state();
          if (session != null
              && !session.closed()
              && session.username().equals(username)
              && clock.instant().isBefore(session.expiresAt())) {
            shutOut(key);
          }
        });
  }

  /** A session was used, on this node or another. */
  public void used(String sessionId) {
    sessionUse.used(sessionId);
  }

  /** Ends a session; ending it again changes nothing. */
  public void signOut(String sessionId) {
    sessions.append(
        sessionId,
        s -> s == null || s.closed() ? null : new SessionClosed(clock.instant(), s.username()));
    shutOut(sessionId);
  }

  /** A code for enrolling phones; told once. */
  public record MadeCode(String code, Instant expiresAt) {}

  public MadeCode makeCode(String team, int uses, Duration valid, String by) {
    Instant now = clock.instant();
    String code = Tokens.code();
    Instant expiresAt = now.plus(valid);
    codes.append(
        Tokens.hash(Tokens.normalized(code)), _ -> new CodeMade(team, uses, expiresAt, by, now));
    return new MadeCode(code, expiresAt);
  }

  /** A phone that has just been enrolled; the token is told once. */
  public record Enrolled(String device, String token, String team) {}

  /**
   * Enrols a phone; empty if the code is wrong, too old or used up. The code's use is journaled
   * before the phone: a crash in between costs a use, never lets a phone in twice.
   *
   * @param enrolment by which the phone knows its try: the same once more is the same phone, with a
   *     fresh token and no second use of the code, because the first answer was lost; null: every
   *     try is another phone
   * @throws Refusal of that code
   */
  public Optional<Enrolled> enrol(String typed, @Nullable String enrolment) {
    String key = Tokens.hash(Tokens.normalized(typed));
    count(enrolments, key);
    Instant now = clock.instant();
    String id = enrolment == null ? newId() : derivedId(key, enrolment);
    boolean[] first = new boolean[1];
    EnrolmentCode code =
        codes
            .append(
                key,
                known -> {
                  first[0] = known != null && known.admits(id, now) && !known.phones().contains(id);
                  return first[0] ? new CodeUsed(id, now) : null;
                })
            .state();
    if (code == null || !code.phones().contains(id) || !(first[0] || code.admits(id, now))) {
      return Optional.empty();
    }
    String secret = Tokens.secret();
    String hash = Tokens.hash(secret);
    Device device =
        devices
            .append(
                id,
                known -> {
                  if (known == null) {
                    return new DeviceEnrolled(id, code.team(), hash, now);
                  }
                  // A first try that has been overtaken by the next leaves the newer token alone.
                  return first[0] || known.revoked() ? null : new DeviceTokenRenewed(hash, now);
                })
            .state();
    if (device == null || !device.secretHash().equals(hash)) {
      return Optional.empty();
    }
    if (!first[0]) {
      shutOut(id);
    }
    return Optional.of(new Enrolled(id, Tokens.token(Tokens.Kind.DEVICE, id, secret), code.team()));
  }

  /** Nobody else's, and the same for the same try. */
  private static String derivedId(String code, String enrolment) {
    return UuidCreator.getNameBasedSha1(code + "/" + enrolment).toString();
  }

  /** Shuts a phone out; false if there is no such phone. Again: nothing changes. */
  public boolean revoke(String device, String by) {
    Device after =
        devices
            .append(
                device,
                d -> d == null || d.revoked() ? null : new DeviceRevoked(by, clock.instant()))
            .state();
    shutOut(device);
    return after != null;
  }

  /** All phones of a team, or of all teams. */
  public List<Device> devices(@Nullable String team) {
    List<Device> found = new ArrayList<>();
    for (Versioned<Device> now : devices.readAll().values()) {
      Device device = now.state();
      if (device != null && (team == null || team.equals(device.team()))) {
        found.add(device);
      }
    }
    return found;
  }

  /** Who a token stands for, if that was proved a moment ago. Does not block. */
  public @Nullable Principal cached(String token) {
    return proved.getIfPresent(token);
  }

  /** Who a token stands for; null if it is wrong, revoked, closed or has expired. */
  public @Nullable Principal authenticate(String token) {
    if (Tokens.matches(token, kioskTokenHash)) {
      return Principal.Kiosk.KIOSK;
    }
    Tokens.Parts parts = Tokens.parse(token).orElse(null);
    if (parts == null) {
      return null;
    }
    Principal principal =
        switch (parts.kind()) {
          case DEVICE -> device(parts);
          case SESSION -> session(parts);
        };
    if (principal != null) {
      proved.put(token, principal);
    }
    return principal;
  }

  private @Nullable Principal device(Tokens.Parts parts) {
    Device device = devices.read(parts.id()).state();
    return device != null
            && !device.revoked()
            && Tokens.matches(parts.secret(), device.secretHash())
        ? new Principal.Phone(parts.id(), device.team())
        : null;
  }

  private @Nullable Principal session(Tokens.Parts parts) {
    Session session = sessions.read(parts.id()).state();
    if (session == null
        || session.closed()
        || !Tokens.matches(parts.secret(), session.secretHash())
        || sessionUse.isOver(parts.id(), session)
        || sessionUse.isIdle(parts.id(), session)) {
      return null;
    }
    Account account = accounts.find(session.username());
    if (account == null || account.disabled() || !account.keeps(parts.id(), session.openedAt())) {
      return null;
    }
    sessionUse.use(parts.id());
    return new Principal.Leader(parts.id(), session.username(), account.role(), account.oneTime());
  }

  private void shutOut(String id) {
    forget(id);
    tellNodes.accept(id);
  }

  /** What was proved of a session or phone a moment ago no longer counts on this node. */
  public void forget(String id) {
    proved.asMap().values().removeIf(principal -> principal.id().equals(id));
  }

  private static void count(RateLimiter attempts, String name) {
    Duration wait = attempts.take(name);
    if (!wait.isZero()) {
      throw Refusal.tooMany("too-many-tries", wait);
    }
  }

  private static String newId() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }
}
