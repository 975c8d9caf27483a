package vn.gocua.engine.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.report.ReportFiles.Form;

/** Puts a copy of every finished day's report into a folder, soon after midnight. */
final class NightlyReports {
  private static final Logger log = LoggerFactory.getLogger(NightlyReports.class);

  /** Phones send the last of the evening's check-ins first. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  /** Days that are made up for, if the engine did not run. */
  private static final int BACK = 7;

  private final Campaign campaign;
  private final ReportBuilder reports;
  private final ReportFiles files;
  private final Path folder;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public NightlyReports(
      Campaign campaign, ReportBuilder reports, ReportFiles files, Path folder, Clock clock) {
    this.campaign = campaign;
    this.reports = reports;
    this.files = files;
    this.folder = folder;
    this.clock = clock;
  }

  /** Writes missing reports. Blocks. */
  public void catchUp() {
    LocalDate today = campaign.dateOf(clock.instant().minus(GRACE));
    for (LocalDate date = today.minusDays(BACK); date.isBefore(today); date = date.plusDays(1)) {
      int day = campaign.dayOf(date);
      if (day >= 1 && day <= campaign.days()) {
        write(date);
      }
    }
  }

  private void write(LocalDate date) {
    for (Form form : List.of(Form.PDF, Form.XLSX)) {
      Path file = folder.resolve("bao-cao-ngay-" + date + "." + form.ending());
      if (Files.notExists(file)) {
        try {
          write(reports.ofDay(date), form, file);
          log.info("wrote {}", file.getFileName());
        } catch (IOException e) {
          log.warn("{} could not be written; tried again soon", file, e);
        }
      }
    }
  }

  private void write(Report report, Form form, Path file) throws IOException {
    var _ = PrivateFile.folder(folder);
    Path unfinished = Files.createTempFile(folder, "report", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        files.write(report, form, out);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
