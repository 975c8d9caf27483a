package vn.gocua.system.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/** Results as a table, on the terminal or in a page. */
final class Report {
  private static final List<String> COLUMNS =
      List.of("scenario", "blocked", "stale", "retries", "later", "agreed", "memory", "kept");

  private final Locale locale;
  private final Texts texts;

  public Report(Locale locale) {
    this.locale = locale;
    this.texts = Texts.of("system-tests", Language.of(locale));
  }

  String text(String key, Object... arguments) {
    return texts.get("chaos." + key, arguments);
  }

  String name(Scenario scenario) {
    return text("scenario." + scenario.code());
  }

  /** One row of the table for each. */
  String table(List<Result> results) {
    String head =
        line(COLUMNS.stream().map(column -> text("column." + column)).toList())
            + "\n"
            + line(COLUMNS.stream().map(_ -> "---").toList());
    return head + results.stream().map(result -> "\n" + row(result)).collect(Collectors.joining());
  }

  private String row(Result result) {
    return line(
        List.of(
            name(result.scenario()),
            seconds(result.blocked()),
            seconds(result.stale()),
            number(result.retries()),
            number(result.comeBack()),
            seconds(result.agreed()),
            text("mebibytes", result.memory() >> 20),
            result.violations().isEmpty()
                ? text("kept", result.checkIns())
                : text("broken", result.violations().size())));
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private String seconds(Duration duration) {
    return text("seconds", texts.figures().decimal(duration.toMillis() / 1e3));
  }

  private String number(long number) {
    return String.format(locale, "%,d", number);
  }

  /** Puts the rows into a page, in place of the last ones of the same scenarios. */
  void write(Path page, List<Result> results) throws IOException {
    List<String> lines = new java.util.ArrayList<>(Files.readAllLines(page));
    for (Result result : results) {
      String begin = "| " + name(result.scenario()) + " |";
      int at = -1;
      for (int i = 0; i < lines.size(); i++) {
        at = lines.get(i).startsWith(begin) ? i : at;
      }
      if (at < 0) {
        throw new IOException(page + " has no row for " + result.scenario().code());
      }
      lines.set(at, row(result));
    }
    Files.write(page, lines);
  }

  /** The machine, in words that fit any other of its kind. */
  String machine() {
    return text(
        "machine",
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"));
  }
}
