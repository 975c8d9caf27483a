package vn.gocua.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.support.Campaigns;
import vn.gocua.testkit.SettableClock;

/** Every finished day's report lies in the folder in the morning, once. */
class NightlyReportsTest {
  private static final Campaign CAMPAIGN =
      Campaigns.of(LocalDate.of(2025, 8, 11), 45, ZoneId.of("Asia/Ho_Chi_Minh"), 3);

  @TempDir private Path folder;

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void shouldWriteEachFinishedDayOnce() throws IOException {
    SettableClock clock = SettableClock.at("2025-08-12T23:00:00+07:00");
    ReportBuilder reports =
        new ReportBuilder(CAMPAIGN, new Board(CAMPAIGN, 1), List::of, clock, false);
    ReportFiles forms = new ReportFiles(Letterhead.read(folder, "", new ConfigErrors()));
    NightlyReports nightly = new NightlyReports(CAMPAIGN, reports, forms, folder, clock);
    nightly.catchUp();
    assertThat(files())
        .containsExactly("bao-cao-ngay-2025-08-11.pdf", "bao-cao-ngay-2025-08-11.xlsx");
    clock.set("2025-08-13T00:09:00+07:00");
    nightly.catchUp();
    assertThat(files()).hasSize(2);
    clock.set("2025-08-13T00:10:00+07:00");
    Files.writeString(folder.resolve("bao-cao-ngay-2025-08-11.pdf"), "signed");
    nightly.catchUp();
    assertThat(files()).hasSize(4);
    assertThat(folder.resolve("bao-cao-ngay-2025-08-11.pdf")).hasContent("signed");
    assertThat(folder.resolve("bao-cao-ngay-2025-08-12.pdf")).isNotEmptyFile();
    clock.set("2025-12-01T12:00:00+07:00");
    nightly.catchUp();
    assertThat(files()).hasSize(4);
  }
}
