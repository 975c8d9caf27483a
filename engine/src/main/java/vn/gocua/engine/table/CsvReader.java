package vn.gocua.engine.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** CSV after RFC 4180, in UTF-8; the separator is a comma, a semicolon or a tab. */
final class CsvReader {
  private static final String SEPARATORS = ",;\t";
  private static final String GUARDED = "=+-@";

  private final String text;
  private final char separator;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private int at;

  private CsvReader(String text) {
    this.text = text;
    this.separator = separator(text);
  }

  static List<List<String>> rows(byte[] file) throws UnreadableTable {
    return new CsvReader(decoded(file)).read();
  }

  private static String decoded(byte[] file) throws UnreadableTable {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file))
              .toString();
      if (text.indexOf('\0') >= 0) {
        throw UnreadableTable.broken("binary");
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw UnreadableTable.broken("not UTF-8");
    }
  }

  /** Of the three the one that the first line has most of. */
  private static char separator(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    char best = ',';
    long most = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char candidate = SEPARATORS.charAt(i);
      long count = first.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private List<List<String>> read() throws UnreadableTable {
    while (at < text.length()) {
      cell(text.charAt(at) == '"' ? quoted() : bare());
      if (at >= text.length()) {
        break;
      }
      char c = text.charAt(at++);
      if (c == '\r' || c == '\n') {
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        endRow();
      } else if (at == text.length()) {
        cell("");
      }
    }
    if (!row.isEmpty()) {
      endRow();
    }
    return rows;
  }

  private void endRow() throws UnreadableTable {
    if (rows.size() >= TableReader.MOST_ROWS) {
      throw UnreadableTable.tooLarge("rows");
    }
    rows.add(row);
    row = new ArrayList<>();
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

  /** Drops the apostrophe that {@link CsvWriter} puts before formulas. */
  private void cell(String text) throws UnreadableTable {
    if (text.length() > TableReader.LONGEST_CELL || row.size() >= TableReader.MOST_COLUMNS) {
      throw UnreadableTable.tooLarge("cells");
    }
    boolean guarded =
        text.length() > 1 && text.charAt(0) == '\'' && GUARDED.indexOf(text.charAt(1)) >= 0;
    row.add(guarded ? text.substring(1) : text);
  }
}
