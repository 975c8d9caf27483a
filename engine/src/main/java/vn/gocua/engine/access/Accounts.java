package vn.gocua.engine.access;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.password.PasswordHashing;
import vn.gocua.engine.access.password.PasswordHashing.Sender;
import vn.gocua.engine.access.state.AccessFact;
import vn.gocua.engine.access.state.AccessFact.AccountDisabled;
import vn.gocua.engine.access.state.AccessFact.AccountEnabled;
import vn.gocua.engine.access.state.AccessFact.AccountOpened;
import vn.gocua.engine.access.state.AccessFact.PasswordChanged;
import vn.gocua.engine.access.state.AccessFact.RoleChanged;
import vn.gocua.engine.access.state.AccessFact.SessionsEnded;
import vn.gocua.engine.access.state.AccessFact.TotpDisabled;
import vn.gocua.engine.access.state.AccessFact.TotpEnabled;
import vn.gocua.engine.access.state.AccessTold;
import vn.gocua.engine.access.state.Account;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.rights.Role;
import vn.gocua.engine.state.RememberedRepository;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.protocol.access.AccessReason;
import vn.gocua.protocol.refusal.Refusal;

/** Accounts and their passwords, kept as Argon2id hashes. Calls block. */
public final class Accounts {
  /** Period of the resync with the journal, in case a message of another node was lost. */
  private static final Duration RESYNC = Duration.ofSeconds(15);

  private final RememberedRepository<AccessFact, Account> accounts;
  private final Clock clock;
  private final PasswordHashing hashing;

  /**
   * @param clock real time
   * @param hashing all hashing there is in this process
   */
  Accounts(
      RememberedRepository<AccessFact, Account> accounts, Clock clock, PasswordHashing hashing) {
    this.accounts = accounts;
    this.clock = clock;
    this.hashing = hashing;
  }

  /** All accounts of a campaign, for a command that has the journal to itself. */
  public static Accounts alone(
      String campaign, Journal journal, GroupCommit commit, Clock clock, PasswordHashing hashing) {
    return new Accounts(
        new RememberedRepository<>(kind(campaign), journal, commit), clock, hashing);
  }

  private static StreamKind<AccessFact, Account> kind(String campaign) {
    return new StreamKind<>(
        campaign + "/account/", AccessFact.FACTS, Account::evolve, AccessTold::account);
  }

  static RememberedRepository<AccessFact, Account> remembered(Repositories repositories) {
    return repositories.remembered(kind(repositories.campaign()), "access/accounts", RESYNC);
  }

  void load() {
    accounts.load();
  }

  /** Calls back with the name of every account of which there is news. */
  void onChange(Consumer<String> listener) {
    accounts.onChange(change -> listener.accept(change.key()));
  }

  /** The account of that name by the journal; null if there is none. */
  @Nullable Account find(String username) {
    return accounts.read(username).state();
  }

  /**
   * Whether an account has that password; without an account no, after the same work.
   *
   * @throws Refusal if too many wait
   */
  boolean matches(@Nullable Account account, String password, Sender sender) {
    return hashing.matches(sender, password, account == null ? null : account.passwordHash());
  }

  /** All accounts, by name. Does not block. */
  List<Account> all() {
    return accounts.all();
  }

  /**
   * Opens an account with a password that must be changed at the first sign-in.
   *
   * @throws Refusal if the name is taken
   */
  public Account open(String username, Role role, String password, String by) {
    String hash = hash(by, password);
    return accounts
        .append(
            username,
            known -> {
              if (known != null) {
                throw Refusal.of(AccessReason.ACCOUNT_EXISTS, username);
              }
              return new AccountOpened(username, role, hash, clock.instant(), by, true);
            })
        .known();
  }

  /**
   * Sets a password that must be changed at the next sign-in, and removes the authenticator.
   *
   * @param by null if it is done on the engine's machine
   * @throws Refusal if there is no such account
   */
  public Account reset(String username, String password, @Nullable String by) {
    String hash = hash(by, password);
    changed(username, _ -> new PasswordChanged(hash, clock.instant(), by, true));
    return dropTotp(username, by, null);
  }

  private String hash(@Nullable String by, String password) {
    return hashing.hash(Sender.known(by), password);
  }

  /** The account's own new password. */
  Account changePassword(String username, String password) {
    String hash = hash(username, password);
    return changed(username, _ -> new PasswordChanged(hash, clock.instant(), username, null));
  }

  /** Disables an account and ends its sessions. A second call changes nothing. */
  public Account disable(String username, String by) {
    return changed(
        username, known -> known.disabled() ? null : new AccountDisabled(by, clock.instant()));
  }

  public Account enable(String username, String by) {
    return changed(
        username, known -> known.disabled() ? new AccountEnabled(by, clock.instant()) : null);
  }

  /** Other rights from now on, and no session that was opened with the former ones. */
  public Account changeRole(String username, Role role, String by) {
    return changed(
        username,
        known -> known.role() == role ? null : new RoleChanged(role, by, clock.instant()));
  }

  Account endSessions(String username, String by) {
    return changed(username, _ -> new SessionsEnded(by, clock.instant()));
  }

  /** A code is asked for from now on; all sessions end but one. */
  Account enableTotp(String username, String seed, String keeps) {
    return changed(username, _ -> new TotpEnabled(seed, username, clock.instant(), keeps));
  }

  /** No code is asked for from now on; all sessions end but one. */
  Account disableTotp(String username, String keeps) {
    return dropTotp(username, username, keeps);
  }

  private Account dropTotp(String username, @Nullable String by, @Nullable String keeps) {
    return changed(
        username,
        known -> known.totpSeed() == null ? null : new TotpDisabled(by, clock.instant(), keeps));
  }

  /**
   * Removes the authenticators of all accounts, whose seeds are useless without the lost secret.
   *
   * @return the names of the accounts that had one
   */
  public List<String> forgetAuthenticators() {
    List<String> forgotten = new ArrayList<>();
    for (Account account : all()) {
      if (account.totpSeed() != null) {
        var _ = dropTotp(account.username(), null, null);
        forgotten.add(account.username());
      }
    }
    return forgotten;
  }

  /**
   * Changes an account.
   *
   * @param decide null if nothing is to be done
   */
  private Account changed(String username, Function<Account, @Nullable AccessFact> decide) {
    return accounts
        .append(
            username,
            known -> {
              if (known == null) {
                throw Refusal.of(AccessReason.UNKNOWN_ACCOUNT, username);
              }
              return decide.apply(known);
            })
        .known();
  }

  /** Whether this node knows an account of that name. Does not block. */
  public boolean exists(String username) {
    return accounts.get(username) != null;
  }

  /**
   * Opens an account unless it exists. An existing one keeps its password.
   *
   * @return whether it was opened
   */
  public boolean ensureAccount(String username, Role role, String password) {
    if (exists(username)) {
      return false;
    }
    String hash = hash(null, password);
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
}
