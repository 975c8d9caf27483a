package vn.gocua.kiosk.desk.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.InputStreamDownloadCallback;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.api.NotDone;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.DownloadLink;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.feed.EngineClient;

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
  private final Select<Campaign.Team> team = new Select<>();
  private final ExportProgress progress;
  private @Nullable Campaign campaign;

  public ReportsPage(DeskContext desk) {
    super(desk, "reports");
    from.setLabel(words.text("reports.from"));
    to.setLabel(words.text("reports.to"));
    List.of(day, from, to).forEach(words::vietnameseDates);
    team.setLabel(words.text("figures.filter.team"));
    team.setEmptySelectionAllowed(true);
    team.setEmptySelectionCaption(words.text("figures.all"));
    team.setItemLabelGenerator(t -> t == null ? words.text("figures.all") : t.name());
    day.setLabel(words.text("reports.day"));
    progress = new ExportProgress(words);
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
        words.text("reports." + name),
        Panel.text(words.text("reports." + name + ".text")),
        new ButtonRow(acts.toArray(Component[]::new)));
  }

  private DownloadLink dayReport(String form) {
    return file(
        form,
        () -> "/api/v1/reports/day." + form + "?date=" + day.getValue(),
        () -> words.text("reports.ofDay.file") + "-" + day.getValue());
  }

  private DownloadLink campaignReport(String form) {
    return file(
        form,
        () -> "/api/v1/reports/campaign." + form,
        () -> words.text("reports.ofCampaign.file"));
  }

  private DownloadLink checkInsFile(String form) {
    return file(form, e -> openWatched(e.getUI(), form));
  }

  private String checkInsPath(String form, String watch) {
    return "/api/v1/export/check-ins.%s?from=%s&to=%s&watch=%s%s"
        .formatted(
            form,
            from.getValue(),
            to.getValue(),
            watch,
            team.getValue() == null ? "" : "&team=" + DeskEngine.part(team.getValue().code()));
  }

  /** How far an export has come: team's days of it. */
  record Written(int done, int of) {}

  /** May be long: the page tells meanwhile how far it is. */
  private DownloadResponse openWatched(UI ui, String form) {
    String watch = UUID.randomUUID().toString();
    String name =
        "%s-%s-%s.%s".formatted(words.text("reports.file"), from.getValue(), to.getValue(), form);
    EngineClient.File file = desk.engine().file(session.asker(), checkInsPath(form, watch));
    ProgressStream body = new ProgressStream(file.body());
    Thread.ofVirtual().name("desk-export").start(() -> tell(ui, watch, body));
    return new DownloadResponse(body, name, file.type(), -1);
  }

  private void tell(UI ui, String watch, ProgressStream body) {
    onScreen(ui, () -> progress.begin());
    try {
      while (!body.ends(LOOK_AGAIN)) {
        Written written = written(watch);
        if (written.of() > 0) {
          onScreen(ui, () -> progress.at((double) written.done() / written.of()));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    onScreen(ui, () -> progress.end(body.whole()));
  }

  private Written written(String watch) {
    try {
      return desk.engine().get(session.asker(), "/api/v1/export/progress/" + watch, Written.class);
    } catch (NotDone _) {
      return new Written(0, 0); // Another engine may be writing it; nobody knows how far it is.
    }
  }

  private DownloadLink file(String form, Supplier<String> path, Supplier<String> name) {
    return file(form, _ -> open(path.get(), name.get() + "." + form));
  }

  private DownloadLink file(String form, InputStreamDownloadCallback file) {
    return new DownloadLink(words.text("reports.form." + form), file);
  }

  private DownloadResponse open(String path, String as) {
    EngineClient.File file = desk.engine().file(session.asker(), path);
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
