package vn.gocua.kiosk.desk.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.InputStreamDownloadCallback;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Background;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.DownloadLink;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.WidgetTexts;
import vn.gocua.protocol.board.ReportEndpoints;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.checkin.ExportEndpoints;
import vn.gocua.protocol.checkin.ExportState;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.FetchedFile;
import vn.gocua.protocol.client.Query;
import vn.gocua.protocol.endpoint.Endpoint;

/**
 * Files to take along: the reports of a day and of the campaign, to print or to go on reckoning
 * with; every check-in of a span. They stream through, of any length.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ReportsPage extends DeskPage {
  private static final List<String> FORMS = List.of("pdf", "xlsx", "csv");
  private static final Duration LOOK_AGAIN = Duration.ofMillis(400);

  private final DatePicker day = new DatePicker();
  private final DatePicker from = new DatePicker();
  private final DatePicker to = new DatePicker();
  private final Select<CampaignInfo.Team> team = new Select<>();
  private final ExportProgress progress;
  private @Nullable CampaignInfo campaign;

  public ReportsPage(DeskContext desk) {
    super(desk, "reports");
    from.setLabel(texts.get("reports.from"));
    to.setLabel(texts.get("reports.to"));
    List.of(day, from, to).forEach(picker -> WidgetTexts.dates(texts, picker));
    team.setLabel(texts.get("figures.filter.team"));
    team.setEmptySelectionAllowed(true);
    team.setEmptySelectionCaption(texts.get("figures.all"));
    team.setItemLabelGenerator(t -> t == null ? texts.get("figures.all") : t.name());
    day.setLabel(texts.get("reports.day"));
    progress = new ExportProgress(texts);
    Panel checkIns =
        panel("checkIns", Stream.of(from, to, team, checkInsFile("csv"), checkInsFile("xlsx")));
    checkIns.add(progress);
    add(
        panel("ofDay", Stream.concat(Stream.of(day), FORMS.stream().map(this::dayReport))),
        panel("ofCampaign", FORMS.stream().map(this::campaignReport)),
        checkIns);
  }

  private Panel panel(String name, Stream<? extends Component> acts) {
    return new Panel(
        texts.get("reports." + name),
        Panel.text(texts.get("reports." + name + ".text")),
        new ButtonRow(acts.toArray(Component[]::new)));
  }

  private DownloadLink dayReport(String form) {
    return file(
        form,
        switch (form) {
          case "pdf" -> ReportEndpoints.DAY_PDF;
          case "xlsx" -> ReportEndpoints.DAY_XLSX;
          default -> ReportEndpoints.DAY_CSV;
        },
        () -> Query.of("date", day.getValue()),
        () -> texts.get("reports.ofDay.file") + "-" + day.getValue());
  }

  private DownloadLink campaignReport(String form) {
    return file(
        form,
        switch (form) {
          case "pdf" -> ReportEndpoints.CAMPAIGN_PDF;
          case "xlsx" -> ReportEndpoints.CAMPAIGN_XLSX;
          default -> ReportEndpoints.CAMPAIGN_CSV;
        },
        () -> Query.NONE,
        () -> texts.get("reports.ofCampaign.file"));
  }

  private DownloadLink checkInsFile(String form) {
    return file(form, e -> openWatched(e.getUI(), form));
  }

  private Query checkIns(String watch) {
    return Query.of("from", from.getValue())
        .and("to", to.getValue())
        .and("watch", watch)
        .and("team", team.getValue() == null ? null : team.getValue().code());
  }

  /** Opens a long export and shows its progress meanwhile. */
  private DownloadResponse openWatched(UI ui, String form) {
    String watch = UUID.randomUUID().toString();
    String name =
        "%s-%s-%s.%s".formatted(texts.get("reports.file"), from.getValue(), to.getValue(), form);
    FetchedFile file =
        desk.engine()
            .download(
                session.caller(),
                form.equals("csv") ? ExportEndpoints.CHECK_INS_CSV : ExportEndpoints.CHECK_INS_XLSX,
                checkIns(watch));
    ProgressStream body = new ProgressStream(file.body());
    Background.start("desk-export", () -> tell(ui, watch, body));
    return new DownloadResponse(body, name, file.type(), -1);
  }

  private void tell(UI ui, String watch, ProgressStream body) {
    onScreen(ui, () -> progress.begin());
    try {
      while (!body.ends(LOOK_AGAIN)) {
        ExportState written = written(watch);
        if (written.of() > 0) {
          onScreen(ui, () -> progress.at((double) written.done() / written.of()));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    onScreen(ui, () -> progress.end(body.whole()));
  }

  private ExportState written(String watch) {
    try {
      return desk.engine().call(session.caller(), ExportEndpoints.PROGRESS, watch);
    } catch (ApiRefusal _) {
      return new ExportState(0, 0); // Another engine may be writing it; nobody knows how far it is.
    }
  }

  private DownloadLink file(
      String form,
      Endpoint<Void, InputStream> report,
      Supplier<Query> query,
      Supplier<String> name) {
    return file(form, _ -> open(report, query.get(), name.get() + "." + form));
  }

  private DownloadLink file(String form, InputStreamDownloadCallback file) {
    return new DownloadLink(texts.get("reports.form." + form), file);
  }

  private DownloadResponse open(Endpoint<Void, InputStream> report, Query query, String as) {
    FetchedFile file = desk.engine().download(session.caller(), report, query);
    return new DownloadResponse(file.body(), as, file.type(), -1);
  }

  @Override
  protected void show(Overview overview) {
    if (campaign == null) {
      campaign = overview.campaign();
      LocalDate first = campaign.startDate();
      LocalDate last = campaign.dateOf(campaign.days());
      LocalDate today = campaign.dateOf(Math.clamp(overview.board().day(), 1, campaign.days()));
      for (DatePicker picker : List.of(day, from, to)) {
        picker.setMin(first);
        picker.setMax(last);
      }
      from.setValue(first);
      to.setValue(today);
      day.setValue(today);
      team.setItems(new ArrayList<>(campaign.teams()));
    }
  }
}
