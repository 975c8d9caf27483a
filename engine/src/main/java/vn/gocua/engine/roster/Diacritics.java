package vn.gocua.engine.roster;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.gocua.base.text.NormalText;

/** Vietnamese words without their diacritics, to find and to name things by. */
final class Diacritics {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ENDS = Pattern.compile("^-+|-+$");

  private Diacritics() {}

  /** «Cơ Giáo» → «co giao». */
  static String bare(String text) {
    String apart = NormalText.apart(text.strip().toLowerCase(Locale.ROOT).replace('đ', 'd'));
    return SPACES.matcher(MARKS.matcher(apart).replaceAll("")).replaceAll(" ");
  }

  /** «Cơ Giáo» → «co-giao». */
  static String code(String text) {
    String code = ENDS.matcher(OTHERS.matcher(bare(text)).replaceAll("-")).replaceAll("");
    return code.length() > 40 ? code.substring(0, 40) : code;
  }
}
