package vn.gocua.engine.export;

import java.io.IOException;
import java.time.LocalDate;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.api.Download;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.table.CsvWriter;
import vn.gocua.engine.table.TableWriter;
import vn.gocua.engine.table.XlsxWriter;
import vn.gocua.protocol.checkin.CheckInReason;
import vn.gocua.protocol.checkin.ExportEndpoints;
import vn.gocua.protocol.checkin.ExportState;
import vn.gocua.protocol.refusal.Refusal;

/** Check-ins as files, for leaders. Of any length: nothing is gathered in memory. */
public final class ExportRoutes {
  public static final String CSV = "text/csv; charset=utf-8";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Campaign campaign;
  private final CheckInRows rows;
  private final ExportLog log;
  private final ExportProgress progress;

  ExportRoutes(Campaign campaign, CheckInRows rows, ExportLog log, ExportProgress progress) {
    this.campaign = campaign;
    this.rows = rows;
    this.log = log;
    this.progress = progress;
  }

  void mount(Api api) {
    api.on(ExportEndpoints.CHECK_INS_CSV)
        .may(Permission.EXPORT_CHECK_INS)
        .file((call, out) -> export(call, out, CSV, "csv"));
    api.on(ExportEndpoints.CHECK_INS_XLSX)
        .may(Permission.EXPORT_CHECK_INS)
        .file((call, out) -> export(call, out, XLSX, "xlsx"));
    api.on(ExportEndpoints.PROGRESS).may(Permission.EXPORT_CHECK_INS).instant(this::progress);
  }

  private ExportState progress(Call<?> call) {
    String name = call.path("export");
    return progress
        .of(call.by(), name)
        .orElseThrow(() -> Refusal.of(CheckInReason.UNKNOWN_EXPORT, name));
  }

  private void export(Call<?> call, Download file, String type, String ending) throws IOException {
    ExportFilter selection = selection(call);
    CheckInTable table = new CheckInTable(campaign, call.texts("tables"));
    file.as(type, "check-ins-%s-%s.%s".formatted(selection.from(), selection.to(), ending));
    ExportProgress.Watcher watcher = progress.watch(call.by(), call.query("watch"));
    log.record(
        new ExportRecord(
            "check-ins." + ending,
            call.by(),
            selection.from(),
            selection.to(),
            selection.team(),
            call.now()));
    TableWriter writer =
        ending.equals("csv")
            ? new CsvWriter(file)
            : new XlsxWriter(file, campaign.id(), table.headings());
    if (ending.equals("csv")) {
      writer.row(table.headings());
    }
    rows.each(selection, row -> writer.row(table.cells(row)), watcher);
    writer.close();
  }

  private ExportFilter selection(Call<?> call) {
    LocalDate from = call.date("from", campaign.startDate());
    LocalDate to = call.date("to", campaign.lastDate());
    if (from.isAfter(to)) {
      throw Refusal.of(CheckInReason.FROM_AFTER_TO, from, to);
    }
    String team = call.query("team");
    return new ExportFilter(from, to, team == null ? null : campaign.knownTeam(team));
  }
}
