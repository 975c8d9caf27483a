package vn.gocua.engine.roster;

import java.util.Locale;
import vn.gocua.engine.text.NormalText;

/** Vietnamese words without their diacritics, to find and to name things by. */
final class Letters {
  private Letters() {}

  /** «Cơ Giáo» → «co giao». */
  static String bare(String text) {
    return NormalText.apart(text.strip().toLowerCase(Locale.ROOT).replace('đ', 'd'))
        .replaceAll("\\p{M}", "")
        .replaceAll("\\s+", " ");
  }

  /** «Cơ Giáo» → «co-giao». */
  static String code(String text) {
    String code = bare(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return code.length() > 40 ? code.substring(0, 40) : code;
  }
}
