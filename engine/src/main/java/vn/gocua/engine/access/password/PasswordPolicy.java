package vn.gocua.engine.access.password;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.gocua.base.text.FoldedText;
import vn.gocua.protocol.access.AccessReason;

/**
 * Rules for a new password: long enough, not the name, not easily guessed. No rules on digits and
 * signs: they make passwords hard to keep, not hard to guess.
 */
public final class PasswordPolicy {
  /** The fewest characters of a password. */
  public static final int SHORTEST = 10;

  /** Characters that are judged; longer passwords are not guessed first. */
  private static final int LONGEST_JUDGED = 100;

  private static final int FEWEST_LETTERS = 4;

  private final Supplier<? extends Collection<String>> place;

  /**
   * @param place names that belong to the place, as they are now: commune, hamlets, teams …
   */
  public PasswordPolicy(Supplier<? extends Collection<String>> place) {
    this.place = place;
  }

  /** Why a password is not fit: the first rule that it breaks; empty if it is fit. */
  public Optional<AccessReason> broken(String username, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of(AccessReason.PASSWORD_TOO_SHORT);
    }
    String plain = plain(password.substring(0, Math.min(password.length(), LONGEST_JUDGED)));
    if (plain.contains(plain(username)) && plain.length() < username.length() + SHORTEST) {
      return Optional.of(AccessReason.PASSWORD_IS_NAME);
    }
    boolean monotonous = password.codePoints().distinct().count() < FEWEST_LETTERS;
    List<String> words = PasswordDictionary.ofPlace(place.get());
    return monotonous || GuessablePassword.is(plain, words)
        ? Optional.of(AccessReason.PASSWORD_COMMON)
        : Optional.empty();
  }

  /** A text without capitals, diacritics and spaces. */
  static String plain(String text) {
    return FoldedText.of(text).replace(" ", "");
  }
}
