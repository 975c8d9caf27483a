package vn.gocua.engine.closing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.closing.ClosingFact.CampaignArchived;
import vn.gocua.engine.export.CheckInExport;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.report.Report;
import vn.gocua.engine.report.ReportBuilder;
import vn.gocua.engine.report.ReportFiles;
import vn.gocua.engine.report.ReportFiles.Form;
import vn.gocua.engine.transfer.JournalBackup;
import vn.gocua.engine.vault.VaultKey;

/**
 * Puts a finished campaign into one file: the journal's backup, the campaign's report in each form,
 * every day's report, all check-ins, and the checksums of these. Nothing in it names a resident.
 */
final class CampaignArchiver {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}\\.zip");

  private final Campaign campaign;
  private final Journal journal;
  private final VaultKey key;
  private final ReportBuilder builder;
  private final ReportFiles reports;
  private final CheckInExport checkIns;
  private final Path folder;

  /**
   * @param key the vault's, which proves where an archive was made
   * @param folder where archives are put
   */
  public CampaignArchiver(
      Campaign campaign,
      Journal journal,
      VaultKey key,
      ReportBuilder builder,
      ReportFiles reports,
      CheckInExport checkIns,
      Path folder) {
    this.campaign = campaign;
    this.journal = journal;
    this.key = key;
    this.builder = builder;
    this.reports = reports;
    this.checkIns = checkIns;
    this.folder = folder;
  }

  /** Makes the file; until it is whole it has another name. Blocks, for minutes it may be. */
  CampaignArchived make(String by, Instant at) throws IOException {
    var _ = PrivateFile.folder(folder);
    String name =
        campaign.id() + "-" + STAMP.format(ZonedDateTime.ofInstant(at, campaign.zone())) + ".zip";
    Path backup = Files.createTempFile(folder, "journal", ".tmp");
    Path unfinished = Files.createTempFile(folder, "archive", ".tmp");
    try {
      Report whole = builder.ofCampaign(campaign.lastDate());
      long events = JournalBackup.write(backup, journal, key, at);
      try (OutputStream out = Files.newOutputStream(unfinished);
          Archive archive = new Archive(out)) {
        archive.add("DOC-TRUOC.txt", text -> text.write(readMe(whole, events)));
        archive.add("journal.zip", backup);
        for (Form form : Form.values()) {
          archive.add(
              "bao-cao-chien-dich." + form.ending(), file -> reports.write(whole, form, file));
        }
        archive.add("luot-ho-tro.csv", checkIns::csv);
        days(archive, at);
      }
      Path file = folder.resolve(name);
      String sum = Archive.sum(unfinished);
      long bytes = Files.size(unfinished);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      Path sums = folder.resolve(name + ".sha256");
      PrivateFile.claim(sums);
      Files.writeString(sums, sum + "  " + name + "\n");
      return new CampaignArchived(name, bytes, sum, whole.version(), by, at);
    } finally {
      Files.deleteIfExists(backup);
      Files.deleteIfExists(unfinished);
    }
  }

  private void days(Archive archive, Instant at) throws IOException {
    LocalDate today = campaign.dateOf(at);
    for (int day = 1; day <= campaign.days(); day++) {
      LocalDate date = campaign.dateOfDay(day);
      if (!date.isAfter(today)) {
        archive.add(
            "ngay/bao-cao-ngay-" + date + ".pdf",
            file -> reports.write(builder.ofDay(date), Form.PDF, file));
      }
    }
  }

  private byte[] readMe(Report whole, long events) {
    return """
    %s

    journal.zip             sổ gốc: %d sự kiện; khôi phục bằng: gocua restore journal.zip --to sqlite:…/journal.db --without-vault
    bao-cao-chien-dich.*    báo cáo cả chiến dịch (PDF, XLSX, CSV), số liệu phiên bản %d
    ngay/                   báo cáo từng ngày
    luot-ho-tro.csv         toàn bộ lượt hỗ trợ, kể cả lượt đã thu hồi
    SHA256SUMS              mã kiểm tra; kiểm tra bằng: sha256sum -c SHA256SUMS

    Không có tên, số điện thoại hay địa chỉ của người dân trong tệp này.
    """
        .formatted(campaign.name(), events, whole.version())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The file of that name, if it is on this machine. */
  Optional<Path> find(String name) {
    Path file = NAME.matcher(name).matches() ? folder.resolve(name) : null;
    return file != null && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }
}
