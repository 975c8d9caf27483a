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
 * Hashes and checks passwords with Argon2id. Hashing is costly on purpose, so all of it waits in
 * one {@link HashingQueue}. An unknown name costs as much as a known one. Calls block.
 */
public final class PasswordHashing implements AutoCloseable {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private static final int PASSES = 2;
  private static final int LANES = 1;

  private final HashingQueue queue = new HashingQueue(Runtime.getRuntime().availableProcessors());
  private final Argon2Function argon;
  private final String nobodysHash;

  /**
   * Uses as many workers as this machine can spare.
   *
   * @param memory KiB that a new hash takes
   */
  public PasswordHashing(int memory) {
    argon = Argon2Function.getInstance(memory, PASSES, LANES, HASH_BYTES, Argon2.ID);
    nobodysHash = hashOfNothing(argon);
  }

  /**
   * Caller of the hashing.
   *
   * @param line its queue
   * @param name has turns of its own in that queue
   */
  public record Sender(Line line, String name) {
    /** A proved caller, or a program on the engine's own machine. */
    public static Sender known(@Nullable String name) {
      return new Sender(Line.KNOWN, String.valueOf(name));
    }
  }

  /** Number of waiting callers. */
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
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(argon).getResult());
  }

  /**
   * Whether a password matches a hash; without a hash no, after the same work.
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

  /** A dummy hash: checking against it costs as much as against any other. */
  private static String hashOfNothing(Argon2Function argon) {
    SecureRandom random = new SecureRandom();
    return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            argon.getVersion(),
            argon.getMemory(),
            argon.getIterations(),
            argon.getParallelism(),
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
