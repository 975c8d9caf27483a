package vn.gocua.engine.export;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.AcceptedLanguage;
import vn.gocua.engine.http.api.Download;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.table.CsvWriter;
import vn.gocua.engine.table.TableWriter;
import vn.gocua.engine.table.XlsxWriter;
import vn.gocua.protocol.Refusal;

/** Check-ins as files, for leaders. Of any length: nothing is gathered in memory. */
public final class ExportRoutes {
  /** What comes after it cannot be reckoned with. */
  private static final int LAST_YEAR = 9999;

  public static final String CSV = "text/csv; charset=utf-8";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Campaign campaign;
  private final CheckInRows rows;
  private final ExportLog log;
  private final ExportProgress underWay;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  public ExportRoutes(
      Campaign campaign,
      CheckInRows rows,
      ExportLog log,
      ExportProgress underWay,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock) {
    this.campaign = campaign;
    this.rows = rows;
    this.log = log;
    this.underWay = underWay;
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router
        .get("/api/v1/export/check-ins.csv")
        .handler(ctx -> guard.leader(ctx, (c, who) -> export(c, who, CSV, "csv")));
    router
        .get("/api/v1/export/check-ins.xlsx")
        .handler(ctx -> guard.leader(ctx, (c, who) -> export(c, who, XLSX, "xlsx")));
    router.get("/api/v1/export/progress/:export").handler(ctx -> guard.leader(ctx, this::progress));
  }

  private void progress(RoutingContext ctx, Principal.Leader who) {
    String name = ctx.pathParam("export");
    ApiJson.answer(
        ctx,
        200,
        underWay
            .of(who.username(), name)
            .orElseThrow(() -> Refusal.unknown("unknown-export", name)));
  }

  private void export(RoutingContext ctx, Principal.Leader who, String type, String ending) {
    ExportFilter selection = selection(ctx);
    CheckInTable table = new CheckInTable(campaign, Texts.of("tables", AcceptedLanguage.of(ctx)));
    Download file =
        new Download(
            ctx, type, "check-ins-%s-%s.%s".formatted(selection.from(), selection.to(), ending));
    String name = "check-ins." + ending;
    ExportProgress.Watcher watcher =
        underWay.watch(who.username(), ctx.request().getParam("watch"));
    blocking
        .run(() -> {
          log.record(
              new ExportRecord(
                  name,
                  who.username(),
                  selection.from(),
                  selection.to(),
                  selection.team(),
                  clock.instant()));
          write(selection, table, file, ending, watcher);
          return selection;
        })
        .onFailure(ctx::fail);
  }

  /** A failure on the way breaks the connection: half a file is not taken for a whole one. */
  private void write(
      ExportFilter selection,
      CheckInTable table,
      Download file,
      String ending,
      ExportProgress.Watcher watcher) {
    try {
      TableWriter writer =
          ending.equals("csv")
              ? new CsvWriter(file)
              : new XlsxWriter(file, campaign.id(), table.headings());
      if (ending.equals("csv")) {
        writer.row(table.headings());
      }
      rows.each(selection, row -> writer.row(table.cells(row)), watcher);
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ExportFilter selection(RoutingContext ctx) {
    LocalDate from = date(ctx, "from", campaign.startDate());
    LocalDate to = date(ctx, "to", campaign.lastDate());
    if (from.isAfter(to)) {
      throw Refusal.invalid("from-after-to", from, to);
    }
    String team = ctx.request().getParam("team");
    if (team != null && campaign.teamOrFormer(team) == null) {
      throw Refusal.unknown("unknown-team", team);
    }
    return new ExportFilter(from, to, team);
  }

  /**
   * A date among a request's parameters.
   *
   * @throws Refusal if it is not one
   */
  public static LocalDate date(RoutingContext ctx, String name, LocalDate otherwise) {
    @Nullable String text = ctx.request().getParam(name);
    try {
      LocalDate date = text == null ? otherwise : LocalDate.parse(text);
      if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
        throw new DateTimeException("beyond the calendar");
      }
      return date;
    } catch (DateTimeException _) {
      throw Refusal.invalid("invalid-date", name);
    }
  }
}
