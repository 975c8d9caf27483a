package vn.gocua.kiosk.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app (RFC 6238 with its usual settings), as a phone has it. */
public final class Authenticator {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP_SECONDS = 30;

  private final byte[] secret;

  /**
   * @param typed the secret as the page shows it
   */
  public Authenticator(String typed) {
    String letters = typed.replaceAll("[ =]", "");
    ByteBuffer bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
    long held = 0;
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      held = held << 5 | BASE32.indexOf(letters.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (held >> bits));
      }
    }
    secret = bytes.array();
  }

  /**
   * The six digits of some time.
   *
   * @param steps how many steps of half a minute after now: a code is good once
   */
  public String code(int steps) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      long step = Instant.now().getEpochSecond() / STEP_SECONDS + steps;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, 4).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
