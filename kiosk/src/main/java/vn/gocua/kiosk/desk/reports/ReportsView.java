package vn.gocua.kiosk.desk.reports;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.Desk;
import vn.gocua.kiosk.desk.DeskLayout;
import vn.gocua.kiosk.desk.DeskPage;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.api.NotDone;
import vn.gocua.kiosk.desk.insight.Overview;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.feed.EngineClient;
import vn.gocua.kiosk.screen.Shown;

/**
 * Files to take along: every check-in of a span, as CSV or as a workbook. They stream through, of
 * any length.
 */
@Route(value = "leader/reports", layout = DeskLayout.class)
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ReportsView extends DeskPage {
  private final DatePicker from = new DatePicker();
  private final DatePicker to = new DatePicker();
  private final Select<Campaign.Team> team = new Select<>();
  private @Nullable Campaign campaign;

  public ReportsView(Desk desk) {
    super(desk, "reports");
    from.setLabel(words.text("reports.from"));
    to.setLabel(words.text("reports.to"));
    from.setLocale(Locale.of("vi", "VN"));
    to.setLocale(Locale.of("vi", "VN"));
    team.setLabel(words.text("figures.filter.team"));
    team.setEmptySelectionAllowed(true);
    team.setEmptySelectionCaption(words.text("figures.all"));
    team.setItemLabelGenerator(t -> t == null ? words.text("figures.all") : t.name());
    H2 heading = new H2(words.text("reports.checkIns"));
    heading.addClassName("panel-title");
    add(
        Shown.div(
            "desk-panel",
            heading,
            new Paragraph(words.text("reports.checkIns.text")),
            Shown.div("acts-row", from, to, team, file("check-ins.csv"), file("check-ins.xlsx"))));
  }

  private Anchor file(String name) {
    Anchor anchor =
        new Anchor(
            DownloadHandler.fromInputStream(_ -> open(name)),
            AttachmentType.DOWNLOAD,
            words.text("reports." + name));
    anchor.addClassName("file");
    return anchor;
  }

  private DownloadResponse open(String name) {
    String query =
        "?from="
            + from.getValue()
            + "&to="
            + to.getValue()
            + (team.getValue() == null ? "" : "&team=" + DeskEngine.part(team.getValue().code()));
    try {
      EngineClient.File file =
          desk.engine().file(session.asker(), "/api/v1/export/" + name + query);
      String as =
          "%s-%s-%s.%s"
              .formatted(
                  words.text("reports.file"),
                  from.getValue(),
                  to.getValue(),
                  name.substring(name.indexOf('.') + 1));
      return new DownloadResponse(file.body(), as, file.type(), -1);
    } catch (NotDone e) {
      return DownloadResponse.error(e.unanswered() ? 503 : e.status());
    }
  }

  @Override
  protected void show(Overview overview) {
    if (campaign == null) {
      campaign = overview.campaign();
      LocalDate first = campaign.startDate();
      LocalDate last = campaign.dateOf(campaign.days());
      LocalDate today = campaign.dateOf(Math.clamp(overview.board().day(), 1, campaign.days()));
      for (DatePicker picker : List.of(from, to)) {
        picker.setMin(first);
        picker.setMax(last);
      }
      from.setValue(first);
      to.setValue(today);
      team.setItems(new ArrayList<>(campaign.teams()));
    }
  }
}
