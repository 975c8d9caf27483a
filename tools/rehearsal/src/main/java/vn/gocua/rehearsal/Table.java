package vn.gocua.rehearsal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Columns on a terminal: the first and the last to the left, the numbers between them to the right.
 */
final class Table {
  private Table() {}

  static void print(List<List<String>> rows, PrintWriter out) {
    List<Integer> widths = new ArrayList<>(Collections.nCopies(rows.getFirst().size(), 0));
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths.set(i, Math.max(widths.get(i), width(row.get(i))));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String pad = " ".repeat(widths.get(i) - width(row.get(i)));
        boolean left = i == 0 || i == row.size() - 1;
        line.append("  ").append(left ? row.get(i) + pad : pad + row.get(i));
      }
      out.println(line.toString().stripTrailing());
    }
    out.flush();
  }

  /** In NFC, which all our texts are in, a Vietnamese letter is one code point and one column. */
  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
