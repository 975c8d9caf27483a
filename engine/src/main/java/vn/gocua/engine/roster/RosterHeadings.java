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
 * @param line the row of the headings
 * @param next index of the row behind them
 * @param columns places, counted from 0
 * @param others headings that mean no column of the roster
 * @param hidden headings that people do not see
 */
record RosterHeadings(
    TableSheet sheet,
    int line,
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
      Row row = rows.get(i);
      if (row.hidden()) {
        continue;
      }
      RosterHeadings single = of(sheet, row, row.cells(), i + 1);
      if (single.isWhole()) {
        return single;
      }
      Row below = i + 1 < rows.size() ? rows.get(i + 1) : row;
      RosterHeadings both = of(sheet, row, together(row, below), i + 2);
      if (both.isWhole() && !of(sheet, below, below.cells(), i + 2).isWhole()) {
        return both;
      }
      if (single.columns.size() >= (best == null ? FEWEST : best.columns.size() + 1)) {
        best = single;
      }
    }
    return best;
  }

  private static List<Cell> together(Row upper, Row lower) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
      boolean below = Column.of(lower.at(i).text()) != null;
      cells.add(below || upper.at(i).isEmpty() ? lower.at(i) : upper.at(i));
    }
    return cells;
  }

  private static RosterHeadings of(TableSheet sheet, Row row, List<Cell> cells, int next) {
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
    Set<String> taken = new LinkedHashSet<>();
    columns.values().forEach(i -> taken.add(shown(cells.get(i))));
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty() && !sheet.hiddenColumns().contains(i)) {
        others.add(shown(cells.get(i)));
      }
    }
    others.removeAll(taken);
    return new RosterHeadings(sheet, row.number(), next, columns, others, hidden);
  }

  private static String shown(Cell cell) {
    return FoldedText.kept(cell.text());
  }

  private static boolean isOwn(Column column, Cell heading) {
    return column.isCalled(heading.text());
  }

  /** The heading of the phone numbers where it says no more than «number»; else null. */
  @Nullable String phoneHeading() {
    Integer place = columns.get(Column.PHONE);
    if (place == null) {
      return null;
    }
    return sheet.rows().stream()
        .filter(row -> row.number() == line)
        .map(row -> row.at(place))
        .filter(cell -> !cell.isEmpty() && !isOwn(Column.PHONE, cell))
        .map(RosterHeadings::shown)
        .findFirst()
        .orElse(null);
  }

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

  /** Rows below the headings. */
  List<Row> rows() {
    return sheet.rows().subList(Math.min(next, sheet.rows().size()), sheet.rows().size());
  }
}
