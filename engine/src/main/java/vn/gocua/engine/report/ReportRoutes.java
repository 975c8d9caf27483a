package vn.gocua.engine.report;

import java.time.Instant;
import java.time.LocalDate;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.export.ExportRecord;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.report.ReportFiles.Form;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.board.ReportEndpoints;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.protocol.refusal.Refusal;

/** Reports over HTTP, for leaders; each one that is handed out is on record. */
final class ReportRoutes {
  private final Campaign campaign;
  private final ReportBuilder reports;
  private final ReportFiles files;
  private final ExportLog log;

  ReportRoutes(Campaign campaign, ReportBuilder reports, ReportFiles files, ExportLog log) {
    this.campaign = campaign;
    this.reports = reports;
    this.files = files;
    this.log = log;
  }

  void mount(Api api) {
    day(api, ReportEndpoints.DAY_PDF, Form.PDF);
    day(api, ReportEndpoints.DAY_XLSX, Form.XLSX);
    day(api, ReportEndpoints.DAY_CSV, Form.CSV);
    whole(api, ReportEndpoints.CAMPAIGN_PDF, Form.PDF);
    whole(api, ReportEndpoints.CAMPAIGN_XLSX, Form.XLSX);
    whole(api, ReportEndpoints.CAMPAIGN_CSV, Form.CSV);
  }

  private void day(Api api, Endpoint<?, ?> endpoint, Form form) {
    api.on(endpoint)
        .may(Permission.READ_REPORTS)
        .file((call, out) -> {
          LocalDate date = call.date("date", lastDay(call.now()));
          if (date.isBefore(campaign.startDate()) || date.isAfter(campaign.lastDate())) {
            throw Refusal.of(CampaignReason.NO_SUCH_DAY, date);
          }
          out.as(form.mediaType(), "bao-cao-ngay-" + date + "." + form.ending());
          record(call, "day", form, date, date);
          files.write(reports.ofDay(date), form, out);
        });
  }

  private void whole(Api api, Endpoint<?, ?> endpoint, Form form) {
    api.on(endpoint)
        .may(Permission.READ_REPORTS)
        .file((call, out) -> {
          LocalDate last = lastDay(call.now());
          out.as(form.mediaType(), "bao-cao-chien-dich-" + last + "." + form.ending());
          record(call, "campaign", form, campaign.startDate(), last);
          files.write(reports.ofCampaign(last), form, out);
        });
  }

  /** Today; before the campaign its first day, after it its last. */
  private LocalDate lastDay(Instant now) {
    LocalDate today = campaign.dateOf(now);
    return today.isBefore(campaign.startDate())
        ? campaign.startDate()
        : today.isAfter(campaign.lastDate()) ? campaign.lastDate() : today;
  }

  private void record(Call<?> call, String what, Form form, LocalDate from, LocalDate to) {
    log.record(new ExportRecord(what + "." + form.ending(), call.by(), from, to, null, call.now()));
  }
}
