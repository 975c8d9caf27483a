package vn.gocua.engine.table;

import java.util.HashMap;
import java.util.Map;

/** Tells what separates the cells of a text. */
final class CsvSeparator {
  private static final String CANDIDATES = ",;\t";
  private static final int LINES = 60;

  private CsvSeparator() {}

  /**
   * The separator that most lines have equally many of, outside of quotation marks; of two such the
   * one that they have more of. A title above the table, or a list in a cell, has them by chance.
   */
  static char of(String text, int begin) {
    char best = ',';
    long bestLines = 0;
    int bestCount = 0;
    for (int i = 0; i < CANDIDATES.length(); i++) {
      for (Map.Entry<Integer, Long> counted :
          counts(text, begin, CANDIDATES.charAt(i)).entrySet()) {
        boolean better =
            counted.getValue() > bestLines
                || (counted.getValue() == bestLines && counted.getKey() > bestCount);
        if (better) {
          best = CANDIDATES.charAt(i);
          bestLines = counted.getValue();
          bestCount = counted.getKey();
        }
      }
    }
    return best;
  }

  /** Number of lines by how many of the candidate they have; lines without any are left out. */
  private static Map<Integer, Long> counts(String text, int begin, char candidate) {
    Map<Integer, Long> lines = new HashMap<>();
    boolean quoted = false;
    int count = 0;
    int line = 0;
    for (int at = begin; at <= text.length() && line < LINES; at++) {
      char c = at == text.length() ? '\n' : text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if ((c == '\n' || c == '\r') && (!quoted || at == text.length())) {
        if (count > 0) {
          lines.merge(count, 1L, Long::sum);
        }
        count = 0;
        line++;
      } else if (c == candidate && !quoted) {
        count++;
      }
    }
    return lines;
  }
}
