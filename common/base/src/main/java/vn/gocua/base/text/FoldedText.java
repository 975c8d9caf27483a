package vn.gocua.base.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names as they are kept, and as they are compared: the one place that says which letters, marks
 * and spaces are the same for an import, a search and a match.
 */
public final class FoldedText {
  /** Longest code that {@link #code} makes. */
  public static final int LONGEST_CODE = 40;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cf}\\u115F\\u1160\\u3164\\uFFFE\\uFFFF[\\p{Cc}&&[^\\t\\n\\r\\u0085]]]+");

  /** All that shows as a gap: of any width, breaking or not, with lines and controls. */
  private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\p{Cc}\\s]+");

  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
  private static final Pattern APOSTROPHES = Pattern.compile("[\\u2018\\u2019\\u02BC\\u00B4`]");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ENDS = Pattern.compile("^-+|-+$");

  private FoldedText() {}

  /**
   * A line as it is kept: composed letters, single spaces, nothing invisible. Letters that look
   * like Đ are Đ.
   */
  public static String kept(String text) {
    String seen = INVISIBLE.matcher(NormalText.composed(text)).replaceAll("");
    return GAPS.matcher(stroked(seen)).replaceAll(" ").strip();
  }

  /** A line as it is compared: «Cơ Giáo», «co giao» and «CƠ GIÁO» are «co giao». */
  public static String of(String text) {
    String seen = INVISIBLE.matcher(NormalText.plainest(text)).replaceAll("");
    String bare = bare(seen).toLowerCase(Locale.ROOT);
    String even = APOSTROPHES.matcher(DASHES.matcher(bare).replaceAll("-")).replaceAll("'");
    return GAPS.matcher(even).replaceAll(" ").strip();
  }

  /** Whether two lines are the same to a reader who looks past marks, capitals and spaces. */
  public static boolean same(String one, String other) {
    return of(one).equals(of(other));
  }

  /** Whether a line holds what a reader looks for. */
  public static boolean holds(String line, String sought) {
    return of(line).contains(of(sought));
  }

  /** Letters without their marks, small and capital as they are: «Đông Mỹ» is «Dong My». */
  public static String bare(String text) {
    return MARKS
        .matcher(NormalText.apart(stroked(text)))
        .replaceAll("")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }

  /** A code of a name: «Cơ Giáo» is «co-giao»; empty if there is no letter nor digit in it. */
  public static String code(String name) {
    String code = ENDS.matcher(OTHERS.matcher(of(name)).replaceAll("-")).replaceAll("");
    return code.substring(0, Math.min(LONGEST_CODE, code.length()));
  }

  /** Eth and the African D look like Đ, and other keyboards write them in its place. */
  private static String stroked(String text) {
    return text.replace('\u00D0', 'Đ')
        .replace('\u0189', 'Đ')
        .replace('\u00F0', 'đ')
        .replace('\u0256', 'đ');
  }
}
