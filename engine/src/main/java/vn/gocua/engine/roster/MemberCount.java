package vn.gocua.engine.roster;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gocua.base.text.FoldedText;
import vn.gocua.engine.table.TableSheet.Cell;
import vn.gocua.engine.table.TableSheet.Kind;

/** How many members a cell says: «6», «06», «6 người». */
final class MemberCount {
  /** What is said where it is no number of people. */
  static final int UNCLEAR = -1;

  private static final Pattern COUNTED =
      Pattern.compile("0*([0-9]{1,5})(?:[.,]0{1,2})? ?([^0-9]*)");
  private static final int MOST_DIGITS = 5;

  private static final Set<String> UNITS = RosterTable.words("roster.members.units");

  private MemberCount() {}

  static int of(Cell cell) {
    String text = FoldedText.of(cell.text());
    BigDecimal number = cell.number();
    if (number != null && cell.kind() == Kind.NUMBER && text.indexOf('%') < 0) {
      BigDecimal whole = number.stripTrailingZeros();
      boolean countable = whole.scale() <= 0 && whole.precision() - whole.scale() <= MOST_DIGITS;
      return countable && whole.signum() >= 0 ? whole.intValueExact() : UNCLEAR;
    }
    Matcher counted = COUNTED.matcher(text);
    boolean people =
        counted.matches() && (counted.group(2).isEmpty() || UNITS.contains(counted.group(2)));
    return people ? Integer.parseInt(counted.group(1)) : UNCLEAR;
  }
}
