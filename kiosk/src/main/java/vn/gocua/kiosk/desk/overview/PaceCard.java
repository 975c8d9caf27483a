package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.gocua.kiosk.desk.DeskWords;
import vn.gocua.kiosk.desk.insight.Gauge;
import vn.gocua.kiosk.desk.insight.TeamRow;
import vn.gocua.kiosk.screen.PaceLevel;
import vn.gocua.kiosk.screen.Shown;

/** Actual ÷ expected by now, and how many teams are at which pace. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class PaceCard extends Div {
  private final DeskWords words;
  private final Span pace = Shown.span("card-number");
  private final Span word = Shown.span("card-gain");
  private final Map<PaceLevel, Span> levels = new EnumMap<>(PaceLevel.class);

  PaceCard(DeskWords words) {
    this.words = words;
    addClassName("card");
    H2 heading = new H2(words.text("overview.pace"));
    heading.addClassName("card-title");
    Div legend = Shown.div("pace-legend");
    for (PaceLevel level : PaceLevel.values()) {
      Span count = Shown.span("pace-count");
      Div entry = Shown.div("pace-entry", Shown.span("pace-sign"), count);
      entry.getElement().setAttribute("data-pace", level.code());
      levels.put(level, count);
      legend.add(entry);
    }
    add(heading, Shown.div("card-figures", pace, word), legend);
  }

  void show(Gauge gauge, List<TeamRow> teams, boolean running) {
    double ratio = gauge.pace();
    boolean rated = running && !Double.isNaN(ratio);
    Shown.text(pace, rated ? words.percent(ratio) : "–");
    String judged = !rated ? "none" : ratio >= 1 ? "on-target" : ratio >= 0.7 ? "close" : "behind";
    Shown.text(word, words.text("overview.pace." + judged));
    Shown.attribute(word, "data-outlook", judged);
    Map<PaceLevel, Integer> counts = new EnumMap<>(PaceLevel.class);
    teams.forEach(t -> counts.merge(t.level(), 1, Integer::sum));
    levels.forEach((level, count) -> {
      int n = counts.getOrDefault(level, 0);
      Shown.text(
          count,
          words.text("overview.paceTeams", words.count(n), words.wall("pace." + level.code())));
      count.getParent().ifPresent(p -> Shown.visible(p, n > 0));
    });
  }
}
