package vn.gocua.kiosk.desk.team;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskLinks;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.desk.requests.RequestsPage;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.help.HelpRequestList;

/** A team's open help requests, oldest first, without contacts. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class TeamRequests extends Panel {
  private final Texts texts;
  private final RowList<HelpRequestList.Row> list = new RowList<>("", this::item);
  private @Nullable Overview shown;
  private List<HelpRequestList.Row> listed = List.of();
  private long minute;

  TeamRequests(Texts texts) {
    this.texts = texts;
    addClassName("team-requests");
    add(
        Dom.div(
            "panel-head",
            Panel.heading(texts.get("team.requests")),
            new Anchor(DeskLinks.path(RequestsPage.class), texts.get("team.allRequests"))),
        list);
    setVisible(false);
  }

  void show(Overview overview, String team) {
    List<HelpRequestList.Row> now =
        overview.data().requests().stream()
            .filter(r -> r.team().equals(team))
            .sorted(java.util.Comparator.comparing(HelpRequestList.Row::requestedAt))
            .toList();
    long thisMinute = overview.now().getEpochSecond() / 60;
    if (now.equals(listed) && thisMinute == minute) {
      return;
    }
    listed = now;
    minute = thisMinute;
    shown = overview;
    list.show(now);
    setVisible(!now.isEmpty());
  }

  private ListItem item(HelpRequestList.Row row) {
    Overview known = Objects.requireNonNull(shown);
    Duration age = Duration.between(row.requestedAt().toInstant(), known.now());
    return RowList.row(
        new TitleAndDetail(
                row.code(),
                row.activityName(known.campaign()::activityName)
                    + " · "
                    + row.hamletName(known.campaign()::hamletName))
            .detail(
                DeskFigures.since(
                    texts, row.open() ? "team.request.waits" : "team.request.claimed", age)));
  }
}
