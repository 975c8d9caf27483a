package vn.gocua.engine.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.table.XlsxWriter;
import vn.gocua.testkit.SettableClock;

/**
 * The work for a file of teams grows no faster than the file, whichever reader reads it and
 * whatever is in it: many hamlets in many rows, names that look alike, wide cells, the same again.
 */
@Tag("slow")
class ImportWorkIsBoundedTest {
  private static final List<String> HEAD =
      List.of("Mã tổ", "Tên tổ", "Số thành viên", "Thôn", "Điện thoại");

  /** Below the limit of a body. */
  private static final int MOST_BYTES = 1_000_000;

  private static final int MOST_ROWS = 2_400;
  private static final int WIDEST_CELL = 2_000;

  private static final int TRIES = 6;

  @TempDir private static Path folder;
  private static RunningEngine engine;

  @BeforeAll
  static void start() {
    engine = RunningEngine.start(folder, SettableClock.at("2025-08-12T14:00:00+07:00"));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  /** As many rows as a file may have, with hamlets that a row's number makes. */
  private static List<List<String>> rows(IntFunction<String> hamlets) {
    List<List<String>> rows = new ArrayList<>();
    int bytes = 0;
    for (int i = 0; i < MOST_ROWS; i++) {
      List<String> row = List.of("N" + i, "Tổ mới " + i, "5", hamlets.apply(i), "");
      bytes += String.join(",", row).getBytes(StandardCharsets.UTF_8).length + 8;
      if (bytes > MOST_BYTES) {
        break;
      }
      rows.add(row);
    }
    return rows;
  }

  private static String cell(Stream<String> names) {
    StringBuilder cell = new StringBuilder();
    names
        .takeWhile(name -> cell.length() + name.length() + 1 < WIDEST_CELL)
        .forEach(name -> cell.append(name).append(';'));
    return cell.toString();
  }

  private static Stream<String> numbered(String begin, int from) {
    return IntStream.iterate(from, n -> n + 1).mapToObj(n -> begin + n);
  }

  private static List<List<String>> wide() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      rows.add(Collections.nCopies(59, "ệ;".repeat(WIDEST_CELL / 2)));
    }
    return rows;
  }

  static Stream<Arguments> tables() {
    String marks = ".,:!?-_ ";
    return Stream.of(
        Arguments.of("many hamlets in many rows", rows(i -> cell(numbered("h", i * 400)))),
        Arguments.of("the same many hamlets in each row", rows(_ -> cell(numbered("h", 0)))),
        Arguments.of(
            "one hamlet again and again",
            rows(_ -> cell(numbered("Cơ Giáo", 0).map(_ -> "Cơ Giáo")))),
        Arguments.of(
            "names that look alike",
            rows(i ->
                cell(
                    IntStream.range(0, 400)
                        .mapToObj(n -> "a" + marks.charAt(n % 8) + "b".repeat(1 + (n + i) % 3))))),
        Arguments.of("nothing but separators", rows(_ -> ";".repeat(WIDEST_CELL - 1))),
        Arguments.of("letters with marks", rows(_ -> "ệ\u0323\u0302".repeat(WIDEST_CELL / 3))),
        Arguments.of("wide cells in all columns", wide()));
  }

  private static byte[] csv(List<List<String>> rows) {
    return Stream.concat(Stream.of(HEAD), rows.stream())
        .map(row -> row.stream().map(cell -> "\"" + cell + "\"").collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] xlsx(List<List<String>> rows) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (XlsxWriter writer = new XlsxWriter(file, "Tổ", HEAD)) {
      for (List<String> row : rows) {
        writer.row(List.copyOf(row));
      }
    }
    return file.toByteArray();
  }

  private static byte[] harmless(int size) {
    StringBuilder file = new StringBuilder(String.join(",", HEAD) + "\n");
    for (int i = 0; file.length() < size && i < MOST_ROWS; i++) {
      int rest = Math.min(WIDEST_CELL - 100, size / MOST_ROWS);
      file.append("N%d,Tổ mới %d,5,Cơ Giáo,%s%n".formatted(i, i, "x".repeat(rest)));
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Duration took(byte[] file) {
    long begun = System.nanoTime();
    Answer answer =
        engine.leader().send("POST", "/api/v1/roster/previews", BodyPublishers.ofByteArray(file));
    long nanos = System.nanoTime() - begun;
    assertThat(answer.status()).isIn(200, 400, 413);
    return Duration.ofNanos(nanos);
  }

  /** In the quickest of some tries each: what else the machine does takes time, and saves none. */
  private static void assertBounded(String what, byte[] harmless, byte[] file) {
    Duration least = took(harmless);
    Duration quickest = took(file);
    for (int i = 0; i < TRIES && quickest.compareTo(most(least)) >= 0; i++) {
      least = Collections.min(List.of(least, took(harmless)));
      quickest = Collections.min(List.of(quickest, took(file)));
    }
    assertThat(quickest).as("%s, beside %s", what, least).isLessThan(most(least));
  }

  private static Duration most(Duration harmless) {
    return harmless.multipliedBy(3).plusMillis(500);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void shouldReadInTheTimeOfAHarmlessFile(String what, List<List<String>> rows) throws IOException {
    byte[] text = csv(rows);
    assertThat(text.length).as(what).isLessThanOrEqualTo(1 << 20);
    byte[] harmless = harmless(text.length);
    assertBounded("CSV", harmless, text);
    assertBounded("XLSX", harmless, xlsx(rows));
  }
}
