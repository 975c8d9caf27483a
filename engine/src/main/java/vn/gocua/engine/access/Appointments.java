package vn.gocua.engine.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who was turned away and told when to come again. Whoever comes again as told, with the same
 * words, is not held up behind those who do not wait: they ask at once again, or try another
 * password. What somebody tried is kept as a keyed fingerprint, in memory, until the time has
 * passed.
 *
 * <p>The table never grows: whoever finds a place taken takes it.
 */
public final class Appointments {
  private static final int PLACES = 1 << 17;

  /** How late somebody may be. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final long[] who = new long[PLACES];
  private final long[] due = new long[PLACES];
  private final SecretKeySpec key;
  private final LongSupplier nanos;

  /**
   * @param nanos a monotonic clock, in nanoseconds
   */
  public Appointments(LongSupplier nanos) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
    this.nanos = nanos;
  }

  /** Notes that somebody is to come again after a while; coming earlier only moves it on. */
  public void make(String name, String words, Duration wait) {
    long print = fingerprint(name, words);
    synchronized (who) {
      int place = place(print);
      who[place] = print;
      due[place] = nanos.getAsLong() + wait.toNanos();
    }
  }

  /** Whether somebody comes as told; that is so once. */
  public boolean keep(String name, String words) {
    long print = fingerprint(name, words);
    synchronized (who) {
      int place = place(print);
      long late = nanos.getAsLong() - due[place];
      boolean kept = who[place] == print && late >= 0 && late <= PATIENCE.toNanos();
      if (kept) {
        who[place] = 0;
      }
      return kept;
    }
  }

  private static int place(long print) {
    return (int) (print & (PLACES - 1));
  }

  private long fingerprint(String name, String words) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return ByteBuffer.wrap(mac.doFinal((name + "\n" + words).getBytes(StandardCharsets.UTF_8)))
          .getLong();
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}
