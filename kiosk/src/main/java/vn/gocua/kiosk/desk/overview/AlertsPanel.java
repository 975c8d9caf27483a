package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.audit.AuditPage;
import vn.gocua.kiosk.desk.data.Alert;
import vn.gocua.kiosk.desk.data.Alert.Kind;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.data.PhoneNames;
import vn.gocua.kiosk.desk.frame.DeskLinks;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.requests.RequestsPage;
import vn.gocua.kiosk.desk.team.TeamPage;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.board.AcknowledgedAlerts;
import vn.gocua.protocol.campaign.CampaignInfo;

/**
 * Alerts, the most urgent first. Acknowledged ones are set aside for all leaders, with name and
 * time.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class AlertsPanel extends Panel {
  private static final int MOST = 12;

  private final Texts texts;
  private final BiConsumer<String, Boolean> say;
  private final Map<Kind, Span> counts = new HashMap<>();
  private final UnorderedList list = new UnorderedList();
  private final Paragraph calm = new Paragraph("");
  private final Paragraph more = new Paragraph("");
  private final NativeDetails known = new NativeDetails();
  private final UnorderedList knownList = new UnorderedList();
  private List<Line> knownLines = List.of();
  private List<Line> lines = List.of();
  private @Nullable Overview shown;

  /** Content of a line; equal lines are not built again. */
  private record Line(
      Alert.Kind kind,
      String key,
      String href,
      String what,
      String detail,
      boolean urgent,
      boolean known) {}

  /**
   * @param say acknowledges an alert by its key, or reopens it
   */
  AlertsPanel(Texts texts, BiConsumer<String, Boolean> say) {
    this.texts = texts;
    this.say = say;
    addClassName("overview-alerts");
    Div summary = Dom.div("overview-alert-counts");
    for (Kind kind : Kind.values()) {
      Span count = Dom.span("overview-alert-count");
      counts.put(kind, count);
      summary.add(count);
    }
    list.addClassName("overview-alert-list");
    calm.addClassName("overview-alert-calm");
    more.addClassName("overview-alert-more");
    knownList.addClassNames("overview-alert-list", "overview-alert-known");
    known.setContent(knownList);
    known.addClassName("overview-alert-aside");
    add(
        Dom.div("panel-head", Panel.heading(texts.get("alerts.title"))),
        summary,
        list,
        calm,
        more,
        known);
  }

  void show(Overview overview) {
    shown = overview;
    refresh();
  }

  private void refresh() {
    if (shown == null) {
      return;
    }
    List<Alert> all = shown.alerts();
    Map<String, AcknowledgedAlerts.Row> said = shown.data().acknowledged();
    List<Alert> open = all.stream().filter(a -> !said.containsKey(a.key())).toList();
    List<Alert> aside = all.stream().filter(a -> said.containsKey(a.key())).toList();
    counts.forEach((kind, count) -> {
      long n = all.stream().filter(a -> a.kind() == kind).count();
      Dom.text(count, texts.get("alerts.count." + code(kind), n));
      Dom.attribute(count, "data-none", String.valueOf(n == 0));
    });
    List<Line> now = new ArrayList<>();
    open.stream().limit(MOST).forEach(a -> now.add(line(a, shown.campaign())));
    lines = fill(list, lines, now);
    List<Line> knownNow = new ArrayList<>();
    aside.stream().limit(MOST).forEach(a -> knownNow.add(known(a, shown, said.get(a.key()))));
    knownLines = fill(knownList, knownLines, knownNow);
    Dom.visible(known, !aside.isEmpty());
    String summary = texts.get("alerts.known", aside.size());
    if (!summary.equals(known.getSummaryText())) {
      known.setSummaryText(summary);
    }
    // While the clock is in doubt no calm is shown: the bar above warns.
    Dom.visible(calm, open.isEmpty() && shown.board().clock() == null);
    Dom.text(
        calm,
        texts.get(
            !shown.data().known()
                ? "alerts.unknown"
                : all.isEmpty() ? "alerts.calm" : "alerts.allAside"));
    Dom.visible(more, open.size() > MOST);
    Dom.text(more, texts.get("alerts.more", Math.max(0, open.size() - MOST)));
  }

  private List<Line> fill(UnorderedList list, List<Line> before, List<Line> now) {
    if (now.equals(before)) {
      return before;
    }
    list.removeAll();
    now.forEach(line -> list.add(item(line)));
    return List.copyOf(now);
  }

  /** The same with the acknowledgement instead of the matter. */
  private Line known(Alert alert, Overview overview, AcknowledgedAlerts.@Nullable Row said) {
    Line line = line(alert, overview.campaign());
    String who =
        said == null
            ? ""
            : texts.get(
                "alerts.known.by",
                said.by(),
                DeskFigures.moment(
                    texts, said.at().toInstant(), overview.now(), overview.campaign().zone()));
    return new Line(line.kind(), line.key(), line.href(), line.what(), who, line.urgent(), true);
  }

  private Line line(Alert alert, CampaignInfo campaign) {
    String team = campaign.teamName(alert.team());
    return switch (alert.kind()) {
      case UNCLAIMED ->
          new Line(
              alert.kind(),
              alert.key(),
              DeskLinks.path(RequestsPage.class),
              texts.get("alerts.unclaimed", alert.subject(), team),
              texts.get(
                  "alerts.unclaimed.since",
                  alert.since() == null ? "" : DeskFigures.lasting(texts, alert.since())),
              alert.urgent(),
              false);
      case SILENT ->
          new Line(
              alert.kind(),
              alert.key(),
              DeskLinks.path(TeamPage.class, "team", alert.team()),
              texts.get("alerts.silent", team),
              alert.since() == null
                  ? texts.get("alerts.silent.never")
                  : texts.get("alerts.silent.since", DeskFigures.lasting(texts, alert.since())),
              alert.urgent(),
              false);
      case WAITING ->
          new Line(
              alert.kind(),
              alert.key(),
              DeskLinks.path(TeamPage.class, "team", alert.team()),
              texts.get("alerts.waiting", team),
              texts.get("alerts.waiting.count", alert.count()),
              alert.urgent(),
              false);
      case QUOTA ->
          new Line(
              alert.kind(),
              alert.key(),
              DeskLinks.path(TeamPage.class, "team", alert.team()),
              texts.get("alerts.quota", team),
              texts.get("alerts.quota.what", phone(alert.subject())),
              alert.urgent(),
              false);
      case READING -> reading(alert, team);
    };
  }

  private String phone(String id) {
    return PhoneNames.of(texts, shown == null ? List.of() : shown.data().devices(), id);
  }

  private Line reading(Alert alert, String team) {
    boolean phone = !alert.team().isEmpty();
    return new Line(
        alert.kind(),
        alert.key(),
        phone
            ? DeskLinks.path(TeamPage.class, "team", alert.team())
            : DeskLinks.path(AuditPage.class),
        phone
            ? texts.get("alerts.reading", phone(alert.subject()), team)
            : texts.get("alerts.reading.leader", alert.subject()),
        texts.get(
            alert.urgent() ? "alerts.reading.full" : "alerts.reading.near",
            texts.figures().count(alert.count())),
        alert.urgent(),
        false);
  }

  private ListItem item(Line line) {
    Anchor what = new Anchor(line.href(), line.what());
    Span detail = Dom.span("overview-alert-detail");
    detail.setText(line.detail());
    String act = line.known() ? "alerts.again" : "alerts.seen";
    Button seen = new Button(texts.get(act), _ -> say.accept(line.key(), !line.known()));
    seen.setDisableOnClick(true);
    seen.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    seen.setAriaLabel(texts.get("actOn", texts.get(act), line.what()));
    ListItem item = new ListItem(Dom.div("overview-alert-text", what, detail), seen);
    item.getElement().setAttribute("data-kind", code(line.kind()));
    item.getElement().setAttribute("data-urgent", String.valueOf(line.urgent()));
    return item;
  }

  private static String code(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
