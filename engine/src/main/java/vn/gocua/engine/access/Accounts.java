package vn.gocua.engine.access;

import com.password4j.Argon2Function;
import com.password4j.HashingFunction;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.AccessFact.AccountOpened;
import vn.gocua.engine.access.AccessFact.PasswordChanged;
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

  Accounts(String campaign, Journal journal, GroupCommit commit, Clock clock) {
    this.accounts =
        new Ledger<>(campaign + "/account/", AccessFact.FACTS, Account::evolve, journal, commit);
    this.clock = clock;
  }

  /** The account of that name with that password; null if either is wrong, after the same work. */
  @Nullable Account proved(String username, String password) {
    Account account = accounts.read(username);
    boolean right = matches(password, account == null ? nobodysHash : account.passwordHash());
    return right ? account : null;
  }

  public boolean exists(String username) {
    return accounts.read(username) != null;
  }

  /** Opens an account, or gives it another password if that is not its password already. */
  public void provide(String username, Role role, String password) {
    accounts.append(
        username,
        known -> {
          if (known == null) {
            return new AccountOpened(username, role, hash(password), clock.instant());
          }
          return matches(password, known.passwordHash())
              ? null
              : new PasswordChanged(hash(password), clock.instant());
        });
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
