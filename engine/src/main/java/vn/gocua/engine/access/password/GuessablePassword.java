package vn.gocua.engine.access.password;

import java.util.List;
import java.util.stream.Stream;

/**
 * Recognises passwords that are guessed first: common ones, and mixtures of local words, keyboard
 * runs, years and short numbers. Signs that replace letters are read as letters, as in «H0ng V@n».
 *
 * <p>The work is bounded: the password's length times the number of words.
 */
final class GuessablePassword {
  /** Three words of the place are few enough to be guessed, or two common ones. */
  private static final int MOST = 6;

  private static final int PLACE_WORD = 2;
  private static final int COMMON_WORD = 3;
  private static final int SHORTEST_RUN = 3;
  private static final int LONGEST_NUMBER = 13;

  /** Rows of keyboards, ways across them, and the alphabet; also read backwards. */
  private static final List<String> RUNS =
      Stream.of(
              "qwertyuiop",
              "asdfghjkl",
              "zxcvbnm",
              "qazwsxedcrfvtgbyhnujmikolp",
              "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
              "q1w2e3r4t5y6u7i8o9p0",
              "1q2w3e4r5t6y7u8i9o0p",
              "qweasdzxcrtyfghvbnuiojklm",
              "1234567890",
              "abcdefghijklmnopqrstuvwxyz")
          .flatMap(run -> Stream.of(run + run, new StringBuilder(run + run).reverse().toString()))
          .toList();

  private GuessablePassword() {}

  /**
   * @param plain without capitals, diacritics and spaces
   * @param place words of the place, as plain
   */
  static boolean is(String plain, List<String> place) {
    String bare = plain.replaceAll("[^\\p{L}\\p{N}]", "");
    return Stream.of(plain, bare).distinct().anyMatch(text -> isKnown(text, place));
  }

  private static boolean isKnown(String text, List<String> place) {
    return PasswordDictionary.WHOLE.stream()
            .anyMatch(word -> word.length() == text.length() && standsAt(word, text, 0))
        || isRepetition(text)
        || leastEffort(text, place) <= MOST;
  }

  /** The same short piece again and again. */
  private static boolean isRepetition(String text) {
    for (int piece = 1; piece < Math.min(PasswordPolicy.SHORTEST, text.length() / 2 + 1); piece++) {
      if (text.regionMatches(piece, text, 0, text.length() - piece)) {
        return true;
      }
    }
    return false;
  }

  /** The least effort with which guessable pieces make up the whole text; above all if none do. */
  private static int leastEffort(String text, List<String> place) {
    int[] effort = new int[text.length() + 1];
    for (int at = 1; at <= text.length(); at++) {
      effort[at] = MOST + 1;
    }
    for (int at = 0; at < text.length(); at++) {
      if (effort[at] > MOST) {
        continue;
      }
      for (int end = at + 1; end <= at + free(text, at); end++) {
        effort[end] = Math.min(effort[end], effort[at]);
      }
      reach(effort, text, at, place, PLACE_WORD);
      reach(effort, text, at, PasswordDictionary.KNOWN, PLACE_WORD);
      reach(effort, text, at, PasswordDictionary.COMMON, COMMON_WORD);
    }
    return effort[text.length()];
  }

  private static void reach(int[] effort, String text, int at, List<String> words, int cost) {
    for (String word : words) {
      if (effort[at] + cost <= MOST && standsAt(word, text, at)) {
        int end = at + word.length();
        effort[end] = Math.min(effort[end], effort[at] + cost);
      }
    }
  }

  /** Number of characters from there on that cost a guesser nearly nothing. */
  private static int free(String text, int at) {
    char first = text.charAt(at);
    int same = 1;
    while (at + same < text.length() && text.charAt(at + same) == first) {
      same++;
    }
    int free = same >= 3 || !Character.isLetterOrDigit(first) ? same : 0;
    int digits = 0;
    while (at + digits < text.length() && Character.isDigit(text.charAt(at + digits))) {
      digits++;
    }
    if (digits <= LONGEST_NUMBER) {
      free = Math.max(free, digits);
    }
    int run = SHORTEST_RUN;
    while (at + run <= text.length() && isRun(text.substring(at, at + run))) {
      free = Math.max(free, run++);
    }
    return free;
  }

  private static boolean isRun(String piece) {
    return RUNS.stream().anyMatch(run -> run.contains(piece));
  }

  private static boolean standsAt(String word, String text, int at) {
    if (at + word.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char wanted = word.charAt(i);
      char there = text.charAt(at + i);
      if (wanted != there && !standsFor(there, wanted)) {
        return false;
      }
    }
    return true;
  }

  private static boolean standsFor(char sign, char letter) {
    return switch (sign) {
      case '0' -> letter == 'o';
      case '1', '!', '|' -> letter == 'i' || letter == 'l';
      case '3' -> letter == 'e';
      case '4', '@' -> letter == 'a';
      case '5', '$' -> letter == 's';
      case '7', '+' -> letter == 't';
      case '8' -> letter == 'b';
      case '6', '9' -> letter == 'g';
      default -> false;
    };
  }
}
