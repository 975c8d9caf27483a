package vn.gocua.engine.roster;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.base.text.NormalText;

/**
 * A phone number out of a table, in which a spreadsheet may have lost the zero in front.
 *
 * @param text as it is taken
 * @param certain whether it is a number of Việt Nam
 */
record PhoneText(String text, boolean certain) {
  private static final String REST = "(?:[35789][0-9]{8}|2[0-9]{9})";
  private static final Pattern WHOLE =
      Pattern.compile("(?:0|\\+84)" + REST + "|1[89]00[0-9]{4,6}|1[0-9]{2,3}");
  private static final Pattern WITHOUT_ZERO = Pattern.compile(REST);
  private static final Pattern WITH_COUNTRY = Pattern.compile("(?:\\+|00)?840?(" + REST + ")");
  private static final Pattern BETWEEN = Pattern.compile("[ .()\\-]");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  /**
   * Reads a cell.
   *
   * @param shown what it displays
   * @param number what is behind it; null for a text
   */
  static PhoneText of(String shown, @Nullable BigDecimal number) {
    String text = FoldedText.kept(NormalText.composed(NormalText.plainest(shown)));
    if (text.startsWith("'")) {
      text = text.substring(1).strip();
    }
    if (number != null && !DIGITS.matcher(BETWEEN.matcher(text).replaceAll("")).matches()) {
      // 9.12E+08 is how a narrow cell shows what is behind it.
      text = number.toPlainString();
    }
    String digits = BETWEEN.matcher(text).replaceAll("");
    if (WHOLE.matcher(digits).matches()) {
      return new PhoneText(text, true);
    }
    if (WITHOUT_ZERO.matcher(digits).matches()) {
      return new PhoneText("0" + text, true);
    }
    Matcher abroad = WITH_COUNTRY.matcher(digits);
    return abroad.matches()
        ? new PhoneText("0" + abroad.group(1), true)
        : new PhoneText(text, false);
  }
}
