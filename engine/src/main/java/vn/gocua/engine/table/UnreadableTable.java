package vn.gocua.engine.table;

/** A file that is no table, or a table that is too large to be meant. */
public final class UnreadableTable extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the file. */
  public enum Why {
    /** It is damaged, or something else than a table. */
    BROKEN,
    TOO_LARGE,
    /** A workbook of Excel 97 to 2003, {@code .xls}. */
    OLD_EXCEL,
    /** A workbook with a password. */
    ENCRYPTED,
    /** A workbook in Excel's binary form, {@code .xlsb}, or in the strict one of the standard. */
    OTHER_EXCEL,
    /** A workbook of LibreOffice's own, {@code .ods}. */
    OPEN_DOCUMENT,
    /** A text in none of Unicode's encodings. */
    NOT_UNICODE
  }

  private final Why why;

  UnreadableTable(Why why, String detail) {
    super(detail);
    this.why = why;
  }

  static UnreadableTable broken(String detail) {
    return new UnreadableTable(Why.BROKEN, detail);
  }

  static UnreadableTable tooLarge(String detail) {
    return new UnreadableTable(Why.TOO_LARGE, detail);
  }

  public Why why() {
    return why;
  }
}
