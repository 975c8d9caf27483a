package vn.gocua.engine.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.engine.roster.RosterTable.Column;
import vn.gocua.engine.table.TableSheet;
import vn.gocua.engine.table.TableSheet.Cell;
import vn.gocua.engine.table.TableSheet.Row;

/**
 * The headings of a sheet: where each column of the roster stands. They are looked for in the first
 * rows, below titles; a heading may stand in two rows, the upper one for several columns.
 *
 * @param line the first row of the headings
 * @param last the second one of two, else the first
 * @param next index of the row behind them
 * @param columns places, counted from 0
 * @param others headings that mean no column of the roster, or one that is there already
 * @param hidden headings that people do not see
 */
record RosterHeadings(
    TableSheet sheet,
    int line,
    int last,
    int next,
    Map<Column, Integer> columns,
    Set<String> others,
    Set<String> hidden) {
  private static final int FIRST_ROWS = 30;
  private static final int FEWEST = 2;

  /**
   * The headings of a sheet: the first that are whole, else those with most columns.
   *
   * @return null if the sheet has no row like headings
   */
  static @Nullable RosterHeadings find(TableSheet sheet) {
    RosterHeadings best = null;
    List<Row> rows = sheet.rows().subList(0, Math.min(FIRST_ROWS, sheet.rows().size()));
    for (int i = 0; i < rows.size(); i++) {
      RosterHeadings whole = at(sheet, i);
      if (whole != null) {
        return whole;
      }
      RosterHeadings single = single(sheet, i);
      boolean better = single.columns.size() >= (best == null ? FEWEST : best.columns.size() + 1);
      if (better && !rows.get(i).hidden()) {
        best = single;
      }
    }
    return best;
  }

  /**
   * The whole headings that begin at a row, in it alone or in two.
   *
   * @param index among the sheet's rows
   * @return null if none do
   */
  static @Nullable RosterHeadings at(TableSheet sheet, int index) {
    if (sheet.rows().get(index).hidden()) {
      return null;
    }
    RosterHeadings single = single(sheet, index);
    if (index + 1 >= sheet.rows().size() || sheet.rows().get(index + 1).hidden()) {
      return single.isWhole() ? single : null;
    }
    Row below = sheet.rows().get(index + 1);
    RosterHeadings both =
        of(
            sheet,
            sheet.rows().get(index),
            below,
            together(sheet.rows().get(index), below),
            index + 2);
    if (single.isWhole()) {
      // A team's row has a code there.
      Cell code = single.cell(below, Column.CODE);
      boolean goesOn = code.isEmpty() || Column.of(code.text()) == Column.CODE;
      return goesOn && both.columns.size() > single.columns.size() ? both : single;
    }
    return both.isWhole() && !single(sheet, index + 1).isWhole() ? both : null;
  }

  private static RosterHeadings single(TableSheet sheet, int index) {
    Row row = sheet.rows().get(index);
    return of(sheet, row, row, row.cells(), index + 1);
  }

  private static List<Cell> together(Row upper, Row lower) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
      boolean below = Column.of(lower.at(i).text()) != null;
      boolean above = Column.of(upper.at(i).text()) != null || lower.at(i).isEmpty();
      cells.add(below || !above ? lower.at(i) : upper.at(i));
    }
    return cells;
  }

  private static RosterHeadings of(
      TableSheet sheet, Row first, Row last, List<Cell> cells, int next) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    Set<String> others = new LinkedHashSet<>();
    Set<String> hidden = new LinkedHashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      Column column = Column.of(cells.get(i).text());
      if (sheet.hiddenColumns().contains(i)) {
        if (!cells.get(i).isEmpty()) {
          hidden.add(shown(cells.get(i)));
        }
      } else if (column != null) {
        Integer there = columns.get(column);
        if (there == null || (isOwn(column, cells.get(i)) && !isOwn(column, cells.get(there)))) {
          columns.put(column, i);
        }
      }
    }
    for (int i = 0; i < cells.size(); i++) {
      boolean taken = columns.containsValue(i) || sheet.hiddenColumns().contains(i);
      if (!cells.get(i).isEmpty() && !taken) {
        others.add(shown(cells.get(i)));
      }
    }
    return new RosterHeadings(sheet, first.number(), last.number(), next, columns, others, hidden);
  }

  private static String shown(Cell cell) {
    return FoldedText.kept(cell.text());
  }

  private static boolean isOwn(Column column, Cell heading) {
    return column.isCalled(heading.text());
  }

  /** Whether other headings mean the same columns, and leave out the same. */
  boolean saysTheSame(RosterHeadings other) {
    return columns.equals(other.columns)
        && others.equals(other.others)
        && hidden.equals(other.hidden);
  }

  /** The heading of the phone numbers where it says no more than «number»; else null. */
  @Nullable Named phoneHeading() {
    Integer place = columns.get(Column.PHONE);
    if (place == null) {
      return null;
    }
    return sheet.rows().stream()
        .filter(row -> row.number() >= line && row.number() <= last)
        .filter(row -> Column.of(row.at(place).text()) == Column.PHONE)
        .filter(row -> !isOwn(Column.PHONE, row.at(place)))
        .map(row -> new Named(row.number(), shown(row.at(place))))
        .findFirst()
        .orElse(null);
  }

  /** A heading, and the row in which it stands. */
  record Named(int line, String text) {}

  boolean isWhole() {
    return missing().isEmpty();
  }

  /** Required columns that are not there. */
  List<Column> missing() {
    return Arrays.stream(Column.values())
        .filter(column -> column.isRequired() && !columns.containsKey(column))
        .toList();
  }

  boolean has(Column column) {
    return columns.containsKey(column);
  }

  /** The place of a column that is there. */
  int at(Column column) {
    return Objects.requireNonNull(columns.get(column));
  }

  /** A row's cell of a column; empty if there is no such column. */
  Cell cell(Row row, Column column) {
    Integer place = columns.get(column);
    return row.at(place == null ? Integer.MAX_VALUE : place);
  }
}
