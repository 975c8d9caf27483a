package vn.gocua.engine.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.state.Account;
import vn.gocua.engine.rights.Tokens;

/**
 * Signed tokens by which a browser that signed in once is recognised. A token grants no access: it
 * gives the browser tries of its own, before strangers'. Nothing is stored. A new password or «sign
 * out everywhere» makes the account's tokens invalid.
 */
final class BrowserTokens {
  static final Duration VALID = Duration.ofDays(90);

  private static final Pattern FORM =
      Pattern.compile("gcb\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

  private final SecretKeySpec key;
  private final Clock clock;

  /**
   * @param key at least 32 bytes, secret, the same for all engines of this installation
   */
  BrowserTokens(byte[] key, Clock clock) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.clock = clock;
  }

  /** A new one for a browser that has just signed in. */
  String issue(Account account) {
    long expires = clock.instant().plus(VALID).getEpochSecond();
    String id = Tokens.secret();
    return "gcb." + expires + "." + id + "." + signature(account, expires, id);
  }

  /** Whether a text has the form of a token. Cheap. */
  boolean isOne(@Nullable String token) {
    return token != null && FORM.matcher(token).matches();
  }

  /** Names the browser whose token it is; null if it is none of this account, or no longer. */
  @Nullable String browser(String token, Account account) {
    Matcher parts = FORM.matcher(token);
    if (!parts.matches()) {
      return null;
    }
    long expires = Long.parseLong(parts.group(1));
    String id = parts.group(2);
    boolean right =
        MessageDigest.isEqual(
            signature(account, expires, id).getBytes(StandardCharsets.US_ASCII),
            parts.group(3).getBytes(StandardCharsets.US_ASCII));
    return right && clock.instant().getEpochSecond() < expires ? id : null;
  }

  private String signature(Account account, long expires, String id) {
    String signed =
        String.join(
            "\n",
            account.username(),
            account.passwordHash(),
            String.valueOf(account.generation()),
            String.valueOf(expires),
            id);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}
