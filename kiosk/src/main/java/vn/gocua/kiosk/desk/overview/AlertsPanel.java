package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.DeskWords;
import vn.gocua.kiosk.desk.insight.Alert;
import vn.gocua.kiosk.desk.insight.Alert.Kind;
import vn.gocua.kiosk.desk.insight.Overview;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.screen.Shown;

/**
 * Where somebody is needed, the most urgent first. What has been seen can be set aside, for this
 * session.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class AlertsPanel extends Div {
  private static final int MOST = 12;

  private final DeskWords words;
  private final Set<String> aside;
  private final Map<Kind, Span> counts = new HashMap<>();
  private final UnorderedList list = new UnorderedList();
  private final Paragraph calm = new Paragraph("");
  private final Paragraph more = new Paragraph("");
  private final Button again = new Button();
  private List<Line> lines = List.of();
  private @Nullable Overview shown;

  /** What a line says; equal lines are not built anew. */
  private record Line(
      Alert.Kind kind, String key, String href, String what, String detail, boolean urgent) {}

  AlertsPanel(DeskWords words, Set<String> aside) {
    this.words = words;
    this.aside = aside;
    addClassNames("desk-panel", "alerts");
    H2 heading = new H2(words.text("alerts.title"));
    heading.addClassName("panel-title");
    Div summary = Shown.div("alert-counts");
    for (Kind kind : Kind.values()) {
      Span count = Shown.span("alert-count");
      counts.put(kind, count);
      summary.add(count);
    }
    again.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    again.addClickListener(_ -> {
      aside.clear();
      refresh();
    });
    list.addClassName("alert-list");
    calm.addClassName("alert-calm");
    more.addClassName("alert-more");
    add(Shown.div("panel-head", heading), summary, list, calm, more, again);
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
    List<Alert> open = all.stream().filter(a -> !aside.contains(a.key())).toList();
    counts.forEach((kind, count) -> {
      long n = all.stream().filter(a -> a.kind() == kind).count();
      Shown.text(count, words.text("alerts.count." + code(kind), words.count(n)));
      Shown.attribute(count, "data-none", String.valueOf(n == 0));
    });
    List<Line> now = new ArrayList<>();
    open.stream().limit(MOST).forEach(a -> now.add(line(a, shown.campaign())));
    if (!now.equals(lines)) {
      lines = List.copyOf(now);
      list.removeAll();
      lines.forEach(line -> list.add(item(line)));
    }
    Shown.visible(calm, open.isEmpty());
    Shown.text(
        calm,
        words.text(
            !shown.around().known()
                ? "alerts.unknown"
                : all.isEmpty() ? "alerts.calm" : "alerts.allAside"));
    Shown.visible(more, open.size() > MOST);
    Shown.text(more, words.text("alerts.more", words.count(Math.max(0, open.size() - MOST))));
    int hidden = all.size() - open.size();
    again.setVisible(hidden > 0);
    again.setText(words.text("alerts.again", words.count(hidden)));
  }

  private Line line(Alert alert, Campaign campaign) {
    String team = campaign.teamName(alert.team());
    return switch (alert.kind()) {
      case UNCLAIMED ->
          new Line(
              alert.kind(),
              alert.key(),
              "leader/requests",
              words.text("alerts.unclaimed", alert.subject(), team),
              words.text(
                  "alerts.unclaimed.since",
                  alert.since() == null ? "" : words.lasting(alert.since())),
              alert.urgent());
      case SILENT ->
          new Line(
              alert.kind(),
              alert.key(),
              "leader/teams/" + alert.team(),
              words.text("alerts.silent", team),
              alert.since() == null
                  ? words.text("alerts.silent.never")
                  : words.text("alerts.silent.since", words.lasting(alert.since())),
              alert.urgent());
      case WAITING ->
          new Line(
              alert.kind(),
              alert.key(),
              "leader/teams/" + alert.team(),
              words.text("alerts.waiting", team),
              words.text("alerts.waiting.count", words.count(alert.count())),
              alert.urgent());
    };
  }

  private ListItem item(Line line) {
    Anchor what = new Anchor(line.href(), line.what());
    Span detail = Shown.span("alert-detail");
    detail.setText(line.detail());
    Button seen =
        new Button(
            words.text("alerts.seen"),
            _ -> {
              aside.add(line.key());
              refresh();
            });
    seen.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    seen.setAriaLabel(words.text("alerts.seen.label", line.what()));
    ListItem item = new ListItem(Shown.div("alert-text", what, detail), seen);
    item.getElement().setAttribute("data-kind", code(line.kind()));
    item.getElement().setAttribute("data-urgent", String.valueOf(line.urgent()));
    return item;
  }

  private static String code(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
