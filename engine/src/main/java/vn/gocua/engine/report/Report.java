package vn.gocua.engine.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content of a report, independent of its format.
 *
 * @param title subject in one line
 * @param marks warnings: sample data, a rehearsal
 * @param statements whole sentences
 * @param date the reported day, or the last one
 * @param drawnAt when the numbers were taken from the board
 * @param version the journal's version of the numbers
 */
public record Report(
    String title,
    List<String> marks,
    List<String> statements,
    List<Section> sections,
    String source,
    LocalDate date,
    LocalDateTime drawnAt,
    long version) {
  public Report {
    marks = List.copyOf(marks);
    statements = List.copyOf(statements);
    sections = List.copyOf(sections);
  }

  /**
   * One table.
   *
   * @param sheet a short name
   * @param rows cells are texts, whole numbers ({@link Long}), shares ({@link Double}), dates, or
   *     null
   * @param total null for a table without a sum
   */
  public record Section(
      String title,
      String sheet,
      List<Column> columns,
      List<List<? extends @Nullable Object>> rows,
      @Nullable List<? extends @Nullable Object> total) {
    public Section {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A table's column.
   *
   * @param weight its share of the width, beside the others
   */
  public record Column(String heading, float weight, boolean number) {
    static Column text(String heading, float weight) {
      return new Column(heading, weight, false);
    }

    static Column number(String heading, float weight) {
      return new Column(heading, weight, true);
    }
  }
}
