package vn.gocua.kiosk.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * Text in Unicode's normal forms. To put the marks of one letter in order takes work that grows
 * with the square of their number; of more than {@link #MOST_MARKS} the rest is left out.
 */
public final class NormalText {
  /**
   * As many as Unicode's stream-safe text format lets stand in a row (UAX #15); Vietnamese needs
   * two.
   */
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

  private static String bounded(String text) {
    return HEAP.matcher(text).replaceAll("$1");
  }
}
