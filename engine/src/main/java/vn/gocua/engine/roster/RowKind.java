package vn.gocua.engine.roster;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.gocua.base.text.FoldedText;
import vn.gocua.engine.roster.RosterTable.Column;
import vn.gocua.engine.table.TableSheet.Cell;
import vn.gocua.engine.table.TableSheet.Row;

/** What a row below the headings is. */
enum RowKind {
  TEAM,
  /** The headings again, as at the top of a printed page. */
  HEADINGS,
  /** The sum of the rows above. */
  TOTAL,
  /** Who made the table, when and where, or who signs it. */
  SIGNATURE,
  /** A remark, a title between the rows, the numbers of the columns. */
  OTHER;

  private static final Pattern NUMBERING = Pattern.compile("\\(?[0-9]{1,2}\\)?|[A-Za-z]");
  private static final int FEWEST_NUMBERED = 3;

  /** «…, ngày 8 tháng 11 năm 2026» as folded, with gaps to be filled in. */
  private static final Pattern DATED = Pattern.compile("ngay [^a-z]*thang [^a-z]*nam ");

  private static final Set<String> TOTALS = RosterTable.words("roster.total");

  private static final Set<String> SIGNATURES = RosterTable.words("roster.signature");

  /**
   * Tells a row's kind.
   *
   * @param signed whether a signature stands above it: names stand below
   */
  static RowKind of(RosterHeadings table, Row row, boolean signed) {
    Cell code = table.cell(row, Column.CODE);
    if (Column.of(code.text()) == Column.CODE && Column.of(name(table, row)) == Column.NAME) {
      return HEADINGS;
    }
    String first = FoldedText.of(first(row));
    boolean sum = begins(first, TOTALS);
    boolean coded = RosterRules.isCode(FoldedText.kept(code.text()));
    boolean served = !table.cell(row, Column.HAMLETS).isEmpty();
    boolean counted = !table.cell(row, Column.MEMBERS).isEmpty();
    boolean named = !name(table, row).isBlank();
    if (sum && !(coded && served && named)) {
      return TOTAL;
    }
    boolean belowAll = code.isEmpty() && !named && !counted;
    if (belowAll && (signed || begins(first, SIGNATURES) || DATED.matcher(first).find())) {
      return SIGNATURE;
    }
    boolean empty = code.isEmpty() && !named && !served;
    boolean remark = !coded && !counted && !served;
    return empty || remark || isNumbering(table, row) ? OTHER : TEAM;
  }

  private static boolean begins(String first, Set<String> words) {
    return words.stream()
        .anyMatch(word ->
            first.equals(word) || first.startsWith(word + " ") || first.startsWith(word + ":"));
  }

  private static String name(RosterHeadings table, Row row) {
    return table.cell(row, Column.NAME).text();
  }

  /** Whether a row numbers the columns, as in official forms: (1), (2), (3) … */
  private static boolean isNumbering(RosterHeadings table, Row row) {
    List<String> cells =
        row.cells().stream().filter(cell -> !cell.isEmpty()).map(c -> c.text().strip()).toList();
    return cells.size() >= FEWEST_NUMBERED
        && !table.cell(row, Column.HAMLETS).isEmpty()
        && cells.stream().allMatch(cell -> NUMBERING.matcher(cell).matches());
  }

  /** The first text of a row, by which a reader finds it. */
  static String first(Row row) {
    return row.cells().stream()
        .filter(cell -> !cell.isEmpty())
        .map(cell -> FoldedText.kept(cell.text()))
        .findFirst()
        .orElse("");
  }
}
