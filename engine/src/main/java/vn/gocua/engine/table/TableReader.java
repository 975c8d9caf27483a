package vn.gocua.engine.table;

import java.util.List;

/**
 * Small tables that people made: the first sheet of an Excel workbook, or CSV in UTF-8. What is
 * read are values; a formula is never worked out, only its last result is seen. A table of more
 * than {@link #MOST_ROWS} rows, {@link #MOST_COLUMNS} columns or cells of more than {@link
 * #LONGEST_CELL} characters is refused while it is read, so that no file fills the memory; so is
 * one whose cells hold more text in all than a file of this kind is ever long.
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
