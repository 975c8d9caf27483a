package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.feed.Arrival;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.campaign.CampaignInfo;

/**
 * The newest check-ins in words. A flood of them changes it once a second, so that it stays
 * readable.
 */
@SuppressWarnings("serial")
final class Ticker extends Div {
  private static final String DOT = " · ";
  private static final int LINES = 2;
  private static final Duration CALM = Duration.ofSeconds(1);

  private final Texts texts;
  private final InstantSource clock;
  private final List<Line> lines = new ArrayList<>();
  private final Span empty = Dom.span("ticker-empty");
  private List<Arrival> shown = List.of();
  private Instant changedAt = Instant.EPOCH;

  private record Line(Div row, Span what, Span who, Span when) {}

  Ticker(Texts texts, InstantSource clock) {
    this.texts = texts;
    this.clock = clock;
    addClassNames("panel", "ticker");
    add(Dom.heading(texts.get("ticker")), empty);
    empty.setText(texts.get("ticker.empty"));
    for (int i = 0; i < LINES; i++) {
      Span what = Dom.span("ticker-what");
      Span who = Dom.span("ticker-who");
      Span when = Dom.span("ticker-when");
      Div row = Dom.div("ticker-line", what, who, when);
      row.setVisible(false);
      lines.add(new Line(row, what, who, when));
      add(row);
    }
  }

  void show(CampaignInfo campaign, List<Arrival> latest) {
    Instant now = clock.instant();
    if (!latest.equals(shown) && !now.isBefore(changedAt.plus(CALM))) {
      shown = latest;
      changedAt = now;
    }
    Dom.visible(empty, shown.isEmpty());
    for (int i = 0; i < LINES; i++) {
      Line line = lines.get(i);
      Dom.visible(line.row(), i < shown.size());
      if (i < shown.size()) {
        Arrival arrival = shown.get(i);
        String team = campaign.teamName(arrival.team());
        Dom.text(
            line.what(), texts.get("ticker.what", team, campaign.activityName(arrival.activity())));
        boolean someone = arrival.residents() > 0;
        String who = texts.get("ticker.who", arrival.residents());
        String when = when(arrival.age(now));
        Dom.text(line.who(), someone ? who : "");
        Dom.text(line.when(), someone ? DOT + when : when);
      }
    }
  }

  private String when(Duration age) {
    if (age.toMinutes() < 1) {
      return texts.get("ticker.now");
    }
    if (age.toHours() < 1) {
      return texts.get("ticker.minutes", age.toMinutes());
    }
    return age.toHours() < 48
        ? texts.get("ticker.hours", age.toHours())
        : texts.get("ticker.days", age.toDays());
  }
}
