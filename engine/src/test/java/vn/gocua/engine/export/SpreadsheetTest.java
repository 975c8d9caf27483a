package vn.gocua.engine.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.table.TableReader;
import vn.gocua.engine.table.TableSheet;
import vn.gocua.testkit.SettableClock;

/**
 * What people open: LibreOffice reads the workbook, and its sums are the board's. Skipped, and said
 * so, where there is no LibreOffice.
 */
class SpreadsheetTest {
  private static final String NOON = "2025-08-12T14:00:00+07:00";

  private static Optional<Path> office() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .flatMap(folder -> Stream.of("soffice", "libreoffice").map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Test
  void shouldHoldTheBoardsSumsWhenOpenedByLibreOffice(@TempDir Path folder) throws Exception {
    Path office = office().orElse(null);
    assumeTrue(office != null, "no LibreOffice here");
    try (RunningEngine engine = RunningEngine.start(folder, SettableClock.at(NOON))) {
      Phone phone = engine.phone("T01");
      Item mistake = Item.at("2025-08-12T09:00:00+07:00").with("residents", 7);
      phone.send(Item.at(NOON).with("residents", 3), Item.at(NOON), mistake).expect(200);
      phone.api().voided(mistake, "mistake").expect(200);
      engine.phone("T04").send(Item.at("2025-08-11T10:00:00+07:00")).expect(200);
      List<List<String>> rows = opened(java.util.Objects.requireNonNull(office), engine, folder);
      int counts = rows.getFirst().indexOf("Được tính (1) hay đã thu hồi (0)");
      int residents = rows.getFirst().indexOf("Số người");
      assertThat(counts).as(rows.getFirst().toString()).isNotNegative();
      assertThat(residents).as(rows.getFirst().toString()).isNotNegative();
      List<List<String>> counted =
          rows.stream().skip(1).filter(row -> row.get(counts).equals("1")).toList();
      JsonNode totals = engine.anybody().board().path("totals");
      assertThat(counted).hasSize(totals.path("checkIns").asInt()).hasSize(3);
      assertThat(counted.stream().mapToInt(row -> Integer.parseInt(row.get(residents))).sum())
          .isEqualTo(totals.path("residents").asInt());
    }
  }

  private static List<List<String>> opened(Path office, RunningEngine engine, Path folder)
      throws Exception {
    Path book = folder.resolve("luot.xlsx");
    Files.write(book, engine.leader().file("/api/v1/export/check-ins.xlsx"));
    convert(office, book, folder);
    return TableReader.sheets(Files.readAllBytes(folder.resolve("luot.csv")))
        .getFirst()
        .rows()
        .stream()
        .map(row -> row.cells().stream().map(TableSheet.Cell::text).toList())
        .toList();
  }

  private static void convert(Path office, Path book, Path folder)
      throws IOException, InterruptedException {
    Path log = folder.resolve("office.log");
    Process process =
        new ProcessBuilder(
                office.toString(),
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1",
                "--outdir",
                folder.toString(),
                book.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("LibreOffice answers").isTrue();
    assertThat(folder.resolve("luot.csv")).as(Files.readString(log)).exists();
  }
}
