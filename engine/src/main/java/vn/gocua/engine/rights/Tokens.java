package vn.gocua.engine.rights;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Secrets: made from a secure source, kept only as hashes, compared in constant time. */
public final class Tokens {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CODE_LETTERS = 16;

  private Tokens() {}

  /** A parsed bearer token: its kind, its id, and the secret that proves it. */
  public record ParsedToken(Kind kind, String id, String secret) {}

  /** Kind of a token. */
  public enum Kind {
    DEVICE("gcd"),
    SESSION("gcs");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  /** A new id; later ones sort after earlier ones. */
  public static String id() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }

  /** 256 random bits. */
  public static String secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static String token(Kind kind, String id, String secret) {
    return kind.prefix + "." + id + "." + secret;
  }

  public static Optional<ParsedToken> parse(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3 || parts[1].isEmpty() || parts[1].length() > 60) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.prefix.equals(parts[0])) {
        return Optional.of(new ParsedToken(kind, parts[1], parts[2]));
      }
    }
    return Optional.empty();
  }

  /** An enrolment code: 80 random bits in letters that are not mistaken for one another. */
  public static String code() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CODE_LETTERS; i++) {
      if (i > 0 && i % 4 == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** A typed code without dashes, case and look-alike letters. */
  public static String normalized(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1')
        .replace('U', 'V');
  }

  /** A first password that can be read out and typed: 100 random bits. */
  public static String password() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      if (i > 0 && i % 5 == 0) {
        password.append('-');
      }
      password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return password.toString().toLowerCase(Locale.ROOT);
  }

  /** SHA-256 in hexadecimal; enough for secrets of full entropy, not for passwords. */
  public static String hash(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public static boolean matches(String secret, @Nullable String hash) {
    return MessageDigest.isEqual(
        hash(secret).getBytes(StandardCharsets.US_ASCII),
        String.valueOf(hash).getBytes(StandardCharsets.US_ASCII));
  }
}
