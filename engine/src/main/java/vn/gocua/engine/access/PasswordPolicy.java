package vn.gocua.engine.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password must be: long enough, not the name, not one that everybody tries first. No rules
 * on digits and signs: they make passwords hard to keep, not hard to guess.
 */
public final class PasswordPolicy {
  public static final int SHORTEST = 10;
  private static final int FEWEST_LETTERS = 4;
  private static final Set<String> COMMON = common();

  private PasswordPolicy() {}

  /** The code of the first rule that a password breaks. */
  public static Optional<String> broken(String username, String password) {
    String plain = plain(password);
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("password-too-short");
    }
    if (plain.contains(plain(username)) && plain.length() < username.length() + SHORTEST) {
      return Optional.of("password-is-name");
    }
    boolean monotonous = password.codePoints().distinct().count() < FEWEST_LETTERS;
    return monotonous || isSequence(plain) || COMMON.contains(plain)
        ? Optional.of("password-common")
        : Optional.empty();
  }

  /** Each letter follows the one before, as in 1234567890, abcdefghij or 0987654321. */
  private static boolean isSequence(String plain) {
    int step = plain.length() < 2 ? 0 : plain.charAt(1) - plain.charAt(0);
    for (int i = 1; i < plain.length(); i++) {
      int next = plain.charAt(i) - plain.charAt(i - 1);
      boolean turns = (plain.charAt(i) == '0' && plain.charAt(i - 1) == '9' && step == 1);
      if (next != step && !turns) {
        return false;
      }
    }
    return step == 1 || step == -1;
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('đ', 'd');
    return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("[\\p{M}\\s]", "");
  }

  private static Set<String> common() {
    try (InputStream in = PasswordPolicy.class.getResourceAsStream("/common-passwords.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
