package vn.gocua.engine.access.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.password.HashingQueue.Line;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Passwords and their Argon2id hashes. Hashing is meant to be costly: all of it waits in one {@link
 * HashingQueue}, and a name that nobody has costs what a name costs that somebody has. Calls block.
 */
public final class PasswordHashing implements AutoCloseable {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /**
   * 19 MiB, two passes, one lane: the least that OWASP's password storage cheat sheet asks of
   * Argon2id.
   */
  private static final Argon2Function ARGON =
      Argon2Function.getInstance(19 * 1024, 2, 1, HASH_BYTES, Argon2.ID);

  private final HashingQueue queue;
  private final String nobodysHash = hashOfNothing();

  /** With as many workers as this machine can spare. */
  public PasswordHashing() {
    this(new HashingQueue(Runtime.getRuntime().availableProcessors()));
  }

  PasswordHashing(HashingQueue queue) {
    this.queue = queue;
  }

  /**
   * Who wants something hashed.
   *
   * @param line where they wait
   * @param name who has a turn of their own in it
   */
  public record Sender(Line line, String name) {
    /** Somebody who has proved who they are, or a program on the engine's own machine. */
    public static Sender known(@Nullable String name) {
      return new Sender(Line.KNOWN, String.valueOf(name));
    }
  }

  /** How many wait. */
  public int waiting() {
    return queue.waiting();
  }

  /**
   * A new hash.
   *
   * @throws Refusal if too many wait
   */
  public String hash(Sender sender, String password) {
    return queue.run(
        sender.line(),
        sender.name(),
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON).getResult());
  }

  /**
   * Whether a password gives a hash; without a hash no, after the same work.
   *
   * @throws Refusal if too many wait
   */
  public boolean matches(Sender sender, String password, @Nullable String hash) {
    String compared = hash == null ? nobodysHash : hash;
    boolean right =
        queue.run(
            sender.line(),
            sender.name(),
            () ->
                Password.check(password, compared)
                    .with(Argon2Function.getInstanceFromHash(compared)));
    return right && hash != null;
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

  @Override
  public void close() {
    queue.close();
  }
}
