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
 * Remembers callers who were refused with a time to wait. Those who return in time with the same
 * words go before those who do not wait. Words are kept in memory as a keyed fingerprint, until the
 * time has passed.
 *
 * <p>The table never grows: a new entry replaces the one in its place.
 */
public final class Appointments {
  private static final int PLACES = 1 << 17;

  /** How late a caller may return. */
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

  /** Notes when a caller is to return. An earlier return only postpones it. */
  public void make(String name, String words, Duration wait) {
    long print = fingerprint(name, words);
    synchronized (who) {
      int place = place(print);
      who[place] = print;
      due[place] = nanos.getAsLong() + wait.toNanos();
    }
  }

  /** Whether a caller returns in time. True once for each appointment. */
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
