package vn.gocua.engine.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV by RFC 4180 in UTF-8, with the byte order mark for spreadsheets. A text like a formula
 * gets an apostrophe, so that opening the file runs no typed formula.
 */
public final class CsvWriter implements TableWriter {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String NEEDS_QUOTES = ",\"\r\n;\t";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final Writer out;

  /** Writes the byte order mark; closing closes {@code out} too. */
  public CsvWriter(OutputStream out) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 16 * 1024);
    this.out.write(BYTE_ORDER_MARK);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    String separator = "";
    for (Object cell : cells) {
      out.write(separator);
      out.write(field(cell));
      separator = ",";
    }
    out.write("\r\n");
  }

  static String field(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case Number number -> number.toString();
      case LocalDateTime time -> TIME.format(time);
      default -> quoted(FormulaGuard.guarded(cell.toString()));
    };
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
    return plain && text.equals(text.strip()) ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
