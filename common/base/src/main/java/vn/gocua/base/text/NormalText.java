package vn.gocua.base.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * Text in Unicode's normal forms. Ordering one letter's marks takes time that grows with the square
 * of their number, so marks beyond {@link #MOST_MARKS} are dropped.
 */
public final class NormalText {
  /** Limit of Unicode's stream-safe text format (UAX #15); Vietnamese needs two. */
  public static final int MOST_MARKS = 30;

  private static final Pattern HEAP = Pattern.compile("(\\p{M}{" + MOST_MARKS + "})\\p{M}++");

  private NormalText() {}

  /** Letters and their marks as one character where there is one (NFC). */
  public static String composed(String text) {
    return Normalizer.normalize(bounded(text), Form.NFC);
  }

  /** Letters and their marks one by one (NFD). */
  public static String apart(String text) {
    return Normalizer.normalize(bounded(text), Form.NFD);
  }

  /** As {@link #apart}, with variants of letters replaced by plain ones (NFKD). */
  public static String plainest(String text) {
    return Normalizer.normalize(bounded(text), Form.NFKD);
  }

  /** Whether a text has no unpaired surrogate, which no file could hold. */
  public static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isSurrogatePair(c, text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The text with a question mark for each such half. */
  public static String whole(String text) {
    return isWhole(text) ? text : new String(text.getBytes(UTF_8), UTF_8);
  }

  private static String bounded(String text) {
    return HEAP.matcher(text).replaceAll("$1");
  }
}
