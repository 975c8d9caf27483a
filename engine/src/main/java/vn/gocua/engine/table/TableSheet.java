package vn.gocua.engine.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as a spreadsheet displays it, without its empty rows.
 *
 * @param name null for a text file, which has one sheet without a name
 * @param hidden whether people do not see it; then it has no rows
 * @param tooLarge whether it goes on beyond the last row given here
 * @param hiddenColumns columns that people do not see, counted from 0
 */
public record TableSheet(
    @Nullable String name,
    boolean hidden,
    boolean tooLarge,
    Set<Integer> hiddenColumns,
    List<Row> rows) {
  private static final Set<String> ERRORS =
      Set.of(
          "#N/A",
          "#NAME?",
          "#REF!",
          "#VALUE!",
          "#DIV/0!",
          "#NULL!",
          "#NUM!",
          "#SPILL!",
          "#CALC!",
          "#FIELD!",
          "#BLOCKED!",
          "#GETTING_DATA");

  public TableSheet {
    hiddenColumns = Set.copyOf(hiddenColumns);
    rows = List.copyOf(rows);
  }

  /** What a cell holds behind the text that it displays. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** A day, with or without a time. */
    DATE,
    /** A formula that has failed, as {@code #N/A}. */
    ERROR,
    /** A formula that no program has worked out yet. */
    UNCALCULATED
  }

  /**
   * A cell.
   *
   * @param text as displayed
   * @param number what a number is behind the text; null for others
   */
  public record Cell(String text, Kind kind, @Nullable BigDecimal number) {
    static final Cell EMPTY = new Cell("", Kind.TEXT, null);

    /** A cell of text, or an error that a program has written as text. */
    static Cell of(String text) {
      boolean error =
          text.startsWith("#") && ERRORS.contains(text.strip().toUpperCase(Locale.ROOT));
      return text.isEmpty() ? EMPTY : new Cell(text, error ? Kind.ERROR : Kind.TEXT, null);
    }

    public boolean isEmpty() {
      return kind != Kind.UNCALCULATED && text.isBlank();
    }
  }

  /**
   * A row that is not empty.
   *
   * @param number as spreadsheets count it, from 1
   * @param cells from the first column on
   */
  public record Row(int number, boolean hidden, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** The cell of a column, counted from 0; empty beyond the row's last. */
    public Cell at(int column) {
      return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
  }

  /** The name of a cell as spreadsheets show it: C7. */
  public static String address(int row, int column) {
    StringBuilder letters = new StringBuilder();
    for (int left = column; left >= 0; left = left / 26 - 1) {
      letters.insert(0, (char) ('A' + left % 26));
    }
    return letters.append(row).toString();
  }
}
