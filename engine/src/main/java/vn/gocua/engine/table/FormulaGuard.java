package vn.gocua.engine.table;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking a text of CSV for a formula: an apostrophe goes before it, and is
 * taken away again when it is read. A text that looks guarded itself is guarded once more, so that
 * what was written is what is read.
 */
final class FormulaGuard {
  /** Beginnings of formulas, in usual and full width, maybe behind spaces and apostrophes. */
  private static final Pattern DANGEROUS =
      Pattern.compile("'*+(?:[\\t\\r\\n]|['\\s\\p{Z}]*+[=+\\-@＝＋－＠])");

  private FormulaGuard() {}

  static String guarded(String text) {
    return isDangerous(text) ? "'" + text : text;
  }

  static String unguarded(String text) {
    return text.startsWith("'") && isDangerous(text.substring(1)) ? text.substring(1) : text;
  }

  private static boolean isDangerous(String text) {
    return DANGEROUS.matcher(text).lookingAt();
  }
}
