package vn.gocua.engine.report;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.export.ExportRecord;
import vn.gocua.engine.export.ExportRoutes;
import vn.gocua.engine.http.api.Download;
import vn.gocua.engine.report.ReportFiles.Form;
import vn.gocua.engine.rights.Principal;
import vn.gocua.protocol.Refusal;

/** Reports over HTTP, for leaders; each one that is handed out is on record. */
public final class ReportRoutes {
  private final Campaign campaign;
  private final ReportBuilder reporter;
  private final ReportFiles files;
  private final ExportLog log;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public ReportRoutes(
      Campaign campaign,
      ReportBuilder reporter,
      ReportFiles files,
      ExportLog log,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock) {
    this.campaign = campaign;
    this.reporter = reporter;
    this.files = files;
    this.log = log;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    for (Form form : Form.values()) {
      router
          .get("/api/v1/reports/day." + form.ending())
          .handler(ctx -> guard.leader(ctx, (c, who) -> day(c, who, form)));
      router
          .get("/api/v1/reports/campaign." + form.ending())
          .handler(ctx -> guard.leader(ctx, (c, who) -> campaign(c, who, form)));
    }
  }

  private void day(RoutingContext ctx, Principal.Leader who, Form form) {
    LocalDate date = ExportRoutes.date(ctx, "date", lastDay());
    if (date.isBefore(campaign.startDate()) || date.isAfter(campaign.lastDate())) {
      throw Refusal.unknown("no-such-day", date);
    }
    String name = "bao-cao-ngay-" + date + "." + form.ending();
    answer(ctx, name, form, exported("day", form, who, date, date), () -> reporter.ofDay(date));
  }

  private void campaign(RoutingContext ctx, Principal.Leader who, Form form) {
    LocalDate last = lastDay();
    String name = "bao-cao-chien-dich-" + last + "." + form.ending();
    answer(
        ctx,
        name,
        form,
        exported("campaign", form, who, campaign.startDate(), last),
        () -> reporter.ofCampaign(last));
  }

  /** Today; before the campaign its first day, after it its last. */
  private LocalDate lastDay() {
    LocalDate today = campaign.dateOf(clock.instant());
    return today.isBefore(campaign.startDate())
        ? campaign.startDate()
        : today.isAfter(campaign.lastDate()) ? campaign.lastDate() : today;
  }

  private ExportRecord exported(
      String what, Form form, Principal.Leader who, LocalDate from, LocalDate to) {
    return new ExportRecord(
        what + "." + form.ending(), who.username(), from, to, null, clock.instant());
  }

  private void answer(
      RoutingContext ctx, String name, Form form, ExportRecord exported, Supplier<Report> report) {
    Download file = new Download(ctx, form.mediaType(), name);
    blocking
        .run(() -> {
          log.record(exported);
          try {
            files.write(report.get(), form, file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return name;
        })
        .onFailure(ctx::fail);
  }
}
