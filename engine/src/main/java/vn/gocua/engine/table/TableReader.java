package vn.gocua.engine.table;

import java.util.List;

/**
 * Reads small tables: the first sheet of an Excel workbook, or CSV in UTF-8. Formulas are not
 * calculated; their last results are read. While it is read, a file over any bound is refused:
 * {@link #MOST_ROWS}, {@link #MOST_COLUMNS}, {@link #LONGEST_CELL}, or the length of all cells
 * together.
 */
public final class TableReader {
  public static final int MOST_ROWS = 2_500;
  public static final int MOST_COLUMNS = 60;
  public static final int LONGEST_CELL = 2_000;

  /** Characters of all cells together; a text that many cells share counts for each. */
  static final int MOST_TEXT = 1 << 20;

  private TableReader() {}

  /**
   * The rows, the first being the first of the file; an empty row is an empty list.
   *
   * @throws UnreadableTable if it is none, or too large
   */
  public static List<List<String>> rows(byte[] file) throws UnreadableTable {
    boolean zip = file.length > 3 && file[0] == 'P' && file[1] == 'K';
    return zip ? XlsxReader.rows(file) : CsvReader.rows(file);
  }
}
