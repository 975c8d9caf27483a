package vn.gocua.engine.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes an Excel workbook. Texts stay texts, never formulas. A full sheet is followed by another
 * with the same headings.
 */
public final class XlsxWriter implements TableWriter {
  /** Excel's own limit is 1,048,576. */
  private static final int ROWS_A_SHEET = 1_000_001;

  private static final int LONGEST_TEXT = 32_767;

  /** A text like one that stands for a character in Excel's files. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private static final int FLUSH_EVERY = 200;
  private static final int SECONDS_A_DAY = 24 * 60 * 60;
  private static final String DATE = "dd/mm/yyyy";
  private static final String DATE_AND_TIME = "dd/mm/yyyy hh:mm:ss";
  private static final String TIME = "hh:mm:ss";
  private static final String HEAD_FILL = "E3EFE9";

  private final OutputStream out;
  private final Workbook book;
  private final String name;
  private final List<String> headings;
  private Worksheet sheet;
  private int sheets;
  private int rows;

  /** Writes the headings, in bold; closing closes {@code out} too. */
  public XlsxWriter(OutputStream out, String name, List<String> headings) throws IOException {
    this.out = out;
    this.book = new Workbook(out, "Go Cua", "01.0000");
    this.name = name;
    this.headings = List.copyOf(headings);
    this.sheet = begin();
  }

  private Worksheet begin() {
    sheets++;
    Worksheet begun = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    for (int column = 0; column < headings.size(); column++) {
      String heading = headings.get(column);
      begun.width(column, Math.clamp(heading.length() + 4L, 12, 40));
      begun.inlineString(0, column, heading);
      begun.style(0, column).bold().fillColor(HEAD_FILL).set();
    }
    begun.freezePane(0, 1);
    SheetPrint.onA4(begun, true);
    rows = 1;
    return begun;
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    if (rows >= ROWS_A_SHEET) {
      sheet.finish();
      sheet = begin();
    }
    for (int column = 0; column < cells.size(); column++) {
      cell(column, cells.get(column));
    }
    rows++;
    if (rows % FLUSH_EVERY == 0) {
      sheet.flush();
    }
  }

  private void cell(int column, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case Double number when number.isNaN() -> {}
      case Double number -> sheet.value(rows, column, new BigDecimal(number.toString()));
      case Number number -> sheet.value(rows, column, number);
      case LocalDate date -> {
        sheet.value(rows, column, date);
        sheet.style(rows, column).format(DATE).set();
      }
      case LocalDateTime time -> {
        sheet.value(rows, column, time);
        sheet.style(rows, column).format(DATE_AND_TIME).set();
      }
      case LocalTime time -> {
        sheet.value(rows, column, time.toSecondOfDay() / (double) SECONDS_A_DAY);
        sheet.style(rows, column).format(TIME).set();
      }
      default -> {
        String text = printable(cell.toString());
        if (!text.isEmpty()) {
          sheet.inlineString(rows, column, text);
        }
      }
    }
  }

  /**
   * Without characters that XML forbids, with what Excel would decode escaped, and cut to a cell's
   * length.
   */
  private static String printable(String text) {
    String clean =
        ESCAPE
            .matcher(text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", ""))
            .replaceAll("_x005F_");
    return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean;
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    book.finish();
    out.close();
  }
}
