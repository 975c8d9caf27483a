package vn.gocua.engine.table;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gocua.engine.table.TableSheet.Cell;
import vn.gocua.engine.table.UnreadableTable.Why;

/**
 * CSV after RFC 4180, in UTF-8 or UTF-16. The separator is a comma, a semicolon or a tab: what most
 * lines have equally many of, or what a first line {@code sep=} names.
 */
final class CsvReader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern NAMED_SEPARATOR =
      Pattern.compile("\"?sep=(.)\"?(?:\\r\\n|\\r|\\n)", Pattern.CASE_INSENSITIVE);

  /** Bytes that are looked at to tell an encoding. */
  private static final int LOOKED_AT = 4_096;

  private final String text;
  private final char separator;
  private final SheetRows sheet = new SheetRows();
  private int row = 1;
  private int column;
  private int at;

  private CsvReader(String text, int begin, char separator) {
    this.text = text;
    this.at = begin;
    this.separator = separator;
  }

  /** The one sheet of a text. */
  static TableSheet sheet(byte[] file) throws UnreadableTable {
    String text = decoded(file);
    int begin = 0;
    while (text.startsWith(BYTE_ORDER_MARK, begin)) {
      begin++;
    }
    Matcher named = NAMED_SEPARATOR.matcher(text).region(begin, text.length());
    boolean names = named.lookingAt();
    CsvReader reader =
        names
            ? new CsvReader(text, named.end(), named.group(1).charAt(0))
            : new CsvReader(text, begin, CsvSeparator.of(text, begin));
    reader.read();
    if (reader.sheet.isTooLarge() || reader.row > TableReader.MOST_ROWS + 1) {
      throw UnreadableTable.tooLarge("cells");
    }
    return reader.sheet.sheet(null);
  }

  private static String decoded(byte[] file) throws UnreadableTable {
    Charset encoding = encoding(file);
    try {
      String text =
          encoding
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file))
              .toString();
      if (text.indexOf('\0') >= 0 || text.stripLeading().startsWith("<")) {
        throw UnreadableTable.broken("no table");
      }
      return text;
    } catch (CharacterCodingException _) {
      boolean binary = !encoding.equals(UTF_8);
      for (int i = 0; i < Math.min(file.length, LOOKED_AT); i++) {
        binary |= file[i] >= 0 && file[i] < '\t';
      }
      throw binary
          ? UnreadableTable.broken("binary")
          : new UnreadableTable(Why.NOT_UNICODE, "an encoding of before Unicode");
    }
  }

  /** By the mark at the beginning; else by where the zeros are in the first letters' bytes. */
  private static Charset encoding(byte[] file) {
    if (file.length > 1 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) {
      return UTF_16LE;
    }
    if (file.length > 1 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF) {
      return UTF_16BE;
    }
    int pairs = Math.min(file.length, LOOKED_AT) / 2;
    int first = 0;
    int second = 0;
    for (int i = 0; i < pairs; i++) {
      first += file[2 * i] == 0 ? 1 : 0;
      second += file[2 * i + 1] == 0 ? 1 : 0;
    }
    if (second > pairs / 4 && first == 0) {
      return UTF_16LE;
    }
    return first > pairs / 4 && second == 0 ? UTF_16BE : UTF_8;
  }

  private void read() throws UnreadableTable {
    while (at < text.length() && row <= TableReader.MOST_ROWS + 1 && !sheet.isTooLarge()) {
      cell(text.charAt(at) == '"' ? quoted() : bare());
      if (at >= text.length()) {
        return;
      }
      char c = text.charAt(at++);
      if (c == '\r' || c == '\n') {
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        row++;
        column = 0;
      }
    }
  }

  private void cell(String cell) throws UnreadableTable {
    if (cell.length() > TableReader.LONGEST_CELL || column >= TableReader.MOST_COLUMNS) {
      throw UnreadableTable.tooLarge("cells");
    }
    sheet.put(row, column++, Cell.of(FormulaGuard.unguarded(cell)));
  }

  private String bare() {
    int begin = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    return text.substring(begin, at);
  }

  private boolean ends(char c) {
    return c == separator || c == '\r' || c == '\n';
  }

  private String quoted() throws UnreadableTable {
    StringBuilder cell = new StringBuilder();
    at++;
    while (true) {
      int end = text.indexOf('"', at);
      if (end < 0) {
        throw UnreadableTable.broken("a quotation mark is not closed");
      }
      cell.append(text, at, end);
      at = end + 1;
      if (at >= text.length() || text.charAt(at) != '"') {
        return cell.append(bare()).toString();
      }
      cell.append('"');
      at++;
    }
  }
}
