package vn.gocua.engine.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.table.TableSheet.Cell;
import vn.gocua.engine.table.TableSheet.Row;

/** Gathers the cells of one sheet within bounds; what comes beyond is left out and marked. */
final class SheetRows {
  private static final int MOST_MERGED = 100_000;

  /** The last that a workbook can have. */
  private static final int LAST_ROW = 1 << 20;

  private final TreeMap<Integer, List<Cell>> rows = new TreeMap<>();
  private final BitSet hiddenRows = new BitSet();
  private final Set<Integer> hiddenColumns = new HashSet<>();
  private int text;
  private int merged;
  private boolean tooLarge;

  /** Takes a cell; an empty one takes no room. */
  void put(int row, int column, Cell cell) {
    if (tooLarge || cell.isEmpty()) {
      return;
    }
    boolean more = !rows.containsKey(row);
    text += cell.text().length();
    if (column >= TableReader.MOST_COLUMNS
        || cell.text().length() > TableReader.LONGEST_CELL
        || text > TableReader.MOST_TEXT
        || (more && rows.size() >= TableReader.MOST_ROWS)) {
      tooLarge = true;
      return;
    }
    List<Cell> cells = rows.computeIfAbsent(row, _ -> new ArrayList<>());
    while (cells.size() <= column) {
      cells.add(Cell.EMPTY);
    }
    cells.set(column, cell);
  }

  /** Marks a row as one that people do not see. */
  void hideRow(int row) {
    if (row >= 0 && row <= LAST_ROW) {
      hiddenRows.set(row);
    }
  }

  /** Marks columns, counted from 0, as ones that people do not see. */
  void hideColumns(int from, int to) {
    for (int column = Math.max(0, from); column <= to; column++) {
      if (column >= TableReader.MOST_COLUMNS) {
        break;
      }
      hiddenColumns.add(column);
    }
  }

  /**
   * Shows a merged area's one value in each of its rows, in the first column that people see. In
   * the other columns it is not repeated: a title across a table is no value of each column.
   */
  void merge(CellRangeAddress area) {
    List<Cell> first = rows.get(area.getFirstRow() + 1);
    if (first == null || area.getFirstColumn() >= first.size()) {
      return;
    }
    Cell value = first.get(area.getFirstColumn());
    int column = area.getFirstColumn();
    while (column < area.getLastColumn() && hiddenColumns.contains(column)) {
      column++;
    }
    SortedMap<Integer, List<Cell>> across =
        rows.subMap(area.getFirstRow() + 1, area.getLastRow() + 2);
    for (Map.Entry<Integer, List<Cell>> row : across.entrySet()) {
      boolean there = column < row.getValue().size() && !row.getValue().get(column).isEmpty();
      if (!there) {
        if (++merged > MOST_MERGED) {
          tooLarge = true;
        }
        put(row.getKey(), column, value);
      }
    }
  }

  /** Marks the sheet as one that goes on beyond what is read. */
  void cut() {
    tooLarge = true;
  }

  boolean isTooLarge() {
    return tooLarge;
  }

  TableSheet sheet(@Nullable String name) {
    List<Row> all = new ArrayList<>();
    rows.forEach((number, cells) -> all.add(new Row(number, hiddenRows.get(number), cells)));
    return new TableSheet(name, false, tooLarge, Collections.unmodifiableSet(hiddenColumns), all);
  }
}
