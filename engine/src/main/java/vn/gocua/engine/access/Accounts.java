package vn.gocua.engine.access;

import com.password4j.Argon2Function;
import com.password4j.HashingFunction;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.AccessFact.AccountDisabled;
import vn.gocua.engine.access.AccessFact.AccountEnabled;
import vn.gocua.engine.access.AccessFact.AccountOpened;
import vn.gocua.engine.access.AccessFact.PasswordChanged;
import vn.gocua.engine.access.AccessFact.RoleChanged;
import vn.gocua.engine.access.AccessFact.SessionsEnded;
import vn.gocua.engine.access.AccessFact.TotpDisabled;
import vn.gocua.engine.access.AccessFact.TotpEnabled;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.Ledger;

/** Accounts and their passwords, kept as Argon2id hashes. Calls block. */
public final class Accounts {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /**
   * 19 MiB, two passes, one lane: the least that OWASP's password storage cheat sheet asks of
   * Argon2id.
   */
  private static final Argon2Function ARGON =
      Argon2Function.getInstance(19 * 1024, 2, 1, HASH_BYTES, Argon2.ID);

  private final Ledger<AccessFact, Account> accounts;
  private final Clock clock;
  private final String nobodysHash = hashOfNothing();

  /** Hashing is meant to be costly; so that a flood of sign-ins does not starve the rest. */
  private final Semaphore hashing = new Semaphore(2);

  /**
   * @param clock real time
   */
  public Accounts(String campaign, Journal journal, GroupCommit commit, Clock clock) {
    this.accounts =
        new Ledger<>(campaign + "/account/", AccessFact.FACTS, Account::evolve, journal, commit);
    this.clock = clock;
  }

  /** The account of that name; null if there is none. */
  @Nullable Account find(String username) {
    return accounts.read(username);
  }

  /** Whether an account has that password; without an account no, after the same work. */
  boolean matches(@Nullable Account account, String password) {
    boolean right = matches(password, account == null ? nobodysHash : account.passwordHash());
    return right && account != null;
  }

  /** All accounts, by name. */
  public List<Account> all() {
    List<Account> all = new ArrayList<>();
    for (String name : accounts.keys()) {
      Account account = accounts.read(name);
      if (account != null) {
        all.add(account);
      }
    }
    return all;
  }

  /**
   * Opens an account with a password that must be changed at the first sign-in.
   *
   * @throws AccountRefused if the name is taken
   */
  public Account open(String username, Role role, String password, String by) {
    String hash = hash(password);
    return changed(
        username,
        known -> {
          if (known != null) {
            throw new AccountRefused("account-exists", username);
          }
          return new AccountOpened(username, role, hash, clock.instant(), by, true);
        });
  }

  /**
   * Gives an account a password that must be changed at the next sign-in, and asks for no
   * authenticator until a new one is set up.
   *
   * @param by null if it is done on the engine's machine
   * @throws AccountRefused if there is no such account
   */
  public Account reset(String username, String password, @Nullable String by) {
    String hash = hash(password);
    changed(username, known -> new PasswordChanged(hash, clock.instant(), by, true), true);
    return changed(
        username,
        known ->
            known == null || known.totpSeed() == null
                ? null
                : new TotpDisabled(by, clock.instant()),
        true);
  }

  /** The account's own new password. */
  Account changePassword(String username, String password) {
    String hash = hash(password);
    return changed(
        username, known -> new PasswordChanged(hash, clock.instant(), username, null), true);
  }

  /** An account that is disabled lets nobody in; again: nothing changes. */
  public Account disable(String username, String by) {
    return changed(
        username,
        known ->
            known == null || known.disabled() ? null : new AccountDisabled(by, clock.instant()),
        true);
  }

  public Account enable(String username, String by) {
    return changed(
        username,
        known ->
            known == null || !known.disabled() ? null : new AccountEnabled(by, clock.instant()),
        true);
  }

  /** Other rights from now on, and no session that was opened with the former ones. */
  public Account changeRole(String username, Role role, String by) {
    return changed(
        username,
        known ->
            known == null || known.role() == role
                ? null
                : new RoleChanged(role, by, clock.instant()),
        true);
  }

  Account endSessions(String username, String by) {
    return changed(username, known -> new SessionsEnded(by, clock.instant()), true);
  }

  Account enableTotp(String username, String seed) {
    return changed(username, known -> new TotpEnabled(seed, username, clock.instant()), true);
  }

  Account disableTotp(String username) {
    return changed(
        username,
        known ->
            known == null || known.totpSeed() == null
                ? null
                : new TotpDisabled(username, clock.instant()),
        true);
  }

  /**
   * Asks no account for its authenticator until a new one is set up: what they were made of is
   * lost, so no code could be right.
   *
   * @return the names of the accounts that had one
   */
  public List<String> forgetAuthenticators() {
    List<String> forgotten = new ArrayList<>();
    for (Account account : all()) {
      if (account.totpSeed() != null) {
        var _ =
            changed(
                account.username(),
                known ->
                    known == null || known.totpSeed() == null
                        ? null
                        : new TotpDisabled(null, clock.instant()));
        forgotten.add(account.username());
      }
    }
    return forgotten;
  }

  private Account changed(
      String username, Function<@Nullable Account, @Nullable AccessFact> decide) {
    return Objects.requireNonNull(accounts.append(username, decide));
  }

  private Account changed(
      String username,
      Function<@Nullable Account, @Nullable AccessFact> decide,
      boolean mustBeThere) {
    return changed(
        username,
        known -> {
          if (known == null && mustBeThere) {
            throw new AccountRefused("unknown-account", username);
          }
          return decide.apply(known);
        });
  }

  public boolean exists(String username) {
    return accounts.read(username) != null;
  }

  /**
   * Opens an account that is not there yet; one that is stays as it is, whatever its password.
   *
   * @return whether it was opened
   */
  public boolean provide(String username, Role role, String password) {
    if (exists(username)) {
      return false;
    }
    String hash = hash(password);
    boolean[] opened = new boolean[1];
    accounts.append(
        username,
        known -> {
          opened[0] = known == null;
          return opened[0]
              ? new AccountOpened(username, role, hash, clock.instant(), null, null)
              : null;
        });
    return opened[0];
  }

  private boolean matches(String password, String hash) {
    hashing.acquireUninterruptibly();
    try {
      HashingFunction function = Argon2Function.getInstanceFromHash(hash);
      return Password.check(password, hash).with(function);
    } finally {
      hashing.release();
    }
  }

  /** Checking against it costs what checking against any hash does; making it costs nothing. */
  private static String hashOfNothing() {
    SecureRandom random = new SecureRandom();
    return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            ARGON.getVersion(),
            ARGON.getMemory(),
            ARGON.getIterations(),
            ARGON.getParallelism(),
            base64(random, SALT_BYTES),
            base64(random, HASH_BYTES));
  }

  private static String base64(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON).getResult();
  }
}
