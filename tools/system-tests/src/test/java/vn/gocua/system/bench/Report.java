package vn.gocua.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.system.bench.Figure.Amount;

/** Figures as a table, on the terminal or in a page. */
final class Report {
  private static final String BEGIN = "<!-- results: begin -->";
  private static final String END = "<!-- results: end -->";

  private final Locale locale;
  private final Texts texts;

  Report(Locale locale) {
    this.locale = locale;
    this.texts = Texts.of("system-tests", Language.of(locale));
  }

  String text(String key) {
    return texts.get("bench." + key);
  }

  String table(List<Figure> figures) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns().stream().map(column -> text("column." + column)).toList());
    figures.forEach(figure -> rows.add(row(figure)));
    List<Integer> widths =
        rows.getFirst().stream()
            .map(String::length)
            .collect(Collectors.toCollection(ArrayList::new));
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths.set(i, Math.max(widths.get(i), row.get(i).length()));
      }
    }
    rows.add(1, widths.stream().map(width -> "-".repeat(width)).toList());
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static List<String> columns() {
    return List.of("what", "measured", "ratio", "target", "met");
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < row.size(); i++) {
      line.append(' ')
          .append(row.get(i))
          .repeat(' ', widths.get(i) - row.get(i).length())
          .append(" |");
    }
    return line.toString();
  }

  private List<String> row(Figure figure) {
    Figure.Target target = figure.target();
    return List.of(
        text(figure.key()),
        amount(figure.value()),
        amount(figure.ratio()),
        target == null ? "" : (target.atLeast() ? "≥ " : "≤ ") + amount(target.bound()),
        figure.value() == null
            ? text("not-measured")
            : target == null ? "" : text(figure.met() ? "met" : "missed"));
  }

  private String amount(@Nullable Amount amount) {
    if (amount == null) {
      return "";
    }
    double number = amount.number();
    return switch (amount.unit()) {
      case PER_SECOND -> format("%,.0f /s", number);
      case SHARE -> format("%.0f %%", number * 100);
      case TIMES -> format("× %.2f", number);
      case MICROSECONDS -> format("%,.0f µs", number);
      case MILLISECONDS -> format("%,.0f ms", number);
      case SECONDS -> format("%.1f s", number);
      case MEBIBYTES -> format("%,.0f MiB", number);
      case EACH -> format("%,.1f", number);
    };
  }

  private String format(String pattern, double number) {
    return String.format(locale, pattern, number);
  }

  /** The machine, in words that fit any other of its kind. */
  String machine() {
    Runtime runtime = Runtime.getRuntime();
    return texts.get(
        "bench.machine",
        LocalDate.now(java.time.ZoneOffset.UTC),
        runtime.availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version().feature());
  }

  /** Puts the table between the marks of a page, in place of the last one. */
  void write(Path page, List<Figure> figures) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " has no place for results");
    }
    Files.writeString(
        page,
        text.substring(0, begin + BEGIN.length())
            + "\n\n"
            + machine()
            + "\n\n"
            + table(figures)
            + "\n\n"
            + text.substring(end));
  }
}
