package vn.gocua.engine.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.List;
import vn.gocua.engine.table.UnreadableTable.Why;

/**
 * Reads small tables: all sheets of an Excel workbook as they are displayed, or CSV in Unicode.
 * Formulas are not calculated; their last results are read. A sheet over any bound is cut and
 * marked: {@link #MOST_ROWS}, {@link #MOST_COLUMNS}, {@link #LONGEST_CELL}, or the length of all
 * its cells together. A file that would unpack to too much is refused.
 */
public final class TableReader {
  public static final int MOST_ROWS = 2_500;
  public static final int MOST_COLUMNS = 60;
  public static final int LONGEST_CELL = 2_000;

  /** Characters of all cells of a sheet together; a text that many cells share counts for each. */
  static final int MOST_TEXT = 1 << 20;

  /** How a file begins that holds others, as Excel's before 2007 and encrypted ones do. */
  private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private TableReader() {}

  /**
   * The sheets, in the order of the file; of hidden ones only the name.
   *
   * @throws UnreadableTable if it is none, or too large
   */
  public static List<TableSheet> sheets(byte[] file) throws UnreadableTable {
    if (begins(file, 'P', 'K', 3, 4)) {
      return XlsxReader.sheets(file);
    }
    if (begins(file, COMPOUND[0], COMPOUND[1], COMPOUND[2], COMPOUND[3])) {
      // One letter is one character of this encoding, so a name is found at even and odd places.
      String bytes = new String(file, ISO_8859_1);
      boolean encrypted =
          bytes.contains(new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1));
      boolean old =
          bytes.contains(new String("Workbook".getBytes(UTF_16LE), ISO_8859_1))
              || bytes.contains(new String("Book".getBytes(UTF_16LE), ISO_8859_1));
      throw new UnreadableTable(
          encrypted ? Why.ENCRYPTED : old ? Why.OLD_EXCEL : Why.BROKEN, "a compound file");
    }
    if (isOfBeforeExcel5(file)) {
      throw new UnreadableTable(Why.OLD_EXCEL, "BIFF 2 to 4");
    }
    return List.of(CsvReader.sheet(file));
  }

  /** These begin with a record that says so: BOF in one of three versions, 4 or 6 bytes long. */
  private static boolean isOfBeforeExcel5(byte[] file) {
    return begins(file, 9, 0, 4, 0) || begins(file, 9, 2, 6, 0) || begins(file, 9, 4, 6, 0);
  }

  private static boolean begins(byte[] file, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (file.length <= i || file[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
