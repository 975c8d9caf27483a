package vn.gocua.kiosk.desk.team;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.List;
import vn.gocua.kiosk.desk.api.HelpRequests;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskLinks;
import vn.gocua.kiosk.desk.kit.DeskWords;
import vn.gocua.kiosk.desk.requests.RequestsPage;
import vn.gocua.kiosk.screen.Dom;

/** Who waits for a team, oldest first, without saying who it is. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class TeamRequests extends Div {
  private final DeskWords words;
  private final UnorderedList list = new UnorderedList();
  private List<HelpRequests.Row> listed = List.of();
  private long minute;

  TeamRequests(DeskWords words) {
    this.words = words;
    addClassNames("panel", "team-requests");
    H2 heading = new H2(words.text("team.requests"));
    heading.addClassName("panel-title");
    list.addClassName("row-list");
    add(
        Dom.div(
            "panel-head",
            heading,
            new Anchor(DeskLinks.path(RequestsPage.class), words.text("team.allRequests"))),
        list);
    setVisible(false);
  }

  void show(Overview overview, String team) {
    List<HelpRequests.Row> now =
        overview.around().requests().stream()
            .filter(r -> r.team().equals(team))
            .sorted(java.util.Comparator.comparing(HelpRequests.Row::requestedAt))
            .toList();
    long thisMinute = overview.now().getEpochSecond() / 60;
    if (now.equals(listed) && thisMinute == minute) {
      return;
    }
    listed = now;
    minute = thisMinute;
    list.removeAll();
    now.forEach(row -> list.add(item(overview, row)));
    setVisible(!now.isEmpty());
  }

  private ListItem item(Overview overview, HelpRequests.Row row) {
    Span code = Dom.span("row-title");
    code.setText(row.code());
    Span detail = Dom.span("row-detail");
    detail.setText(
        overview.campaign().activityName(row.activity())
            + " · "
            + overview.campaign().hamletName(row.hamlet()));
    Span since = Dom.span("row-detail");
    String ago = words.ago(Duration.between(row.requestedAt(), overview.now()));
    since.setText(words.text(row.open() ? "team.request.waits" : "team.request.claimed", ago));
    return new ListItem(Dom.div("title-detail", code, detail, since));
  }
}
