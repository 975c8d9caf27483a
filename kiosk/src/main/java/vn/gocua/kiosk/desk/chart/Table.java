package vn.gocua.kiosk.desk.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A chart's figures as a table.
 *
 * @param rows cells are texts or numbers, as many in each row as there are columns
 */
public record Table(List<String> columns, List<List<Object>> rows) {
  /** Spreadsheets take a text that begins like this for a formula. */
  private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r].*", Pattern.DOTALL);

  public Table {
    columns = List.copyOf(columns);
    List<List<Object>> copies = new ArrayList<>();
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " cells, not " + columns.size());
      }
      copies.add(List.copyOf(row));
    }
    rows = List.copyOf(copies);
  }

  /** UTF-8 text with a byte order mark, for spreadsheets; texts can't act as formulas. */
  public String csv() {
    StringBuilder csv = new StringBuilder("\uFEFF");
    line(csv, columns);
    rows.forEach(row -> line(csv, row));
    return csv.toString();
  }

  private static void line(StringBuilder csv, List<?> cells) {
    String separator = "";
    for (Object cell : cells) {
      csv.append(separator)
          .append(cell instanceof Number ? cell.toString() : quoted(cell.toString()));
      separator = ",";
    }
    csv.append("\r\n");
  }

  private static String quoted(String text) {
    String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
