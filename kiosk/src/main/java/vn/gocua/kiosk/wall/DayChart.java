package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.BoardMessage.Day;
import vn.gocua.protocol.campaign.CampaignInfo;

/** Check-ins by day as columns, with a line of the work that each day needs for the target. */
@SuppressWarnings("serial")
final class DayChart extends Div {
  private final Texts texts;
  private final Div plot = Dom.div("plot");
  private final Div columns = Dom.div("columns");
  private final Span target = Dom.span("plot-target");
  private final Span first = Dom.span("axis-first");
  private final Span last = Dom.span("axis-last");
  private final List<Div> byDay = new ArrayList<>();

  DayChart(Texts texts) {
    this.texts = texts;
    addClassNames("panel", "chart");
    plot.add(columns, Dom.div("target-line"));
    plot.getElement().setAttribute("role", "img");
    add(
        Dom.div("chart-head", Dom.heading(texts.get("chart")), target),
        plot,
        Dom.div("axis", first, last));
  }

  void show(CampaignInfo campaign, BoardMessage board) {
    while (byDay.size() > campaign.days()) {
      columns.remove(byDay.removeLast());
    }
    while (byDay.size() < campaign.days()) {
      Div column = Dom.div("column");
      byDay.add(column);
      columns.add(column);
    }
    double perDay = (double) campaign.targets().checkIns() / Math.max(1, campaign.days());
    long most = board.days().stream().mapToLong(Day::checkIns).max().orElse(0);
    double top = roundUp(Math.max((double) most, perDay * 1.25));
    long[] counts = new long[campaign.days()];
    board.days().stream()
        .filter(d -> d.day() >= 1 && d.day() <= counts.length)
        .forEach(d -> counts[d.day() - 1] = d.checkIns());
    for (int i = 0; i < counts.length; i++) {
      int day = i + 1;
      Div column = byDay.get(i);
      Dom.style(column, "--height", Dom.ratio((double) counts[i] / top));
      Dom.attribute(
          column, "data-day", day < board.day() ? "past" : day == board.day() ? "today" : "ahead");
    }
    Dom.style(plot, "--target", Dom.ratio(perDay / top));
    Dom.text(target, texts.get("chart.target", Math.round(perDay)));
    Dom.text(first, texts.figures().date(campaign.startDate()));
    Dom.text(last, texts.figures().date(campaign.dateOf(campaign.days())));
    Dom.attribute(plot, "aria-label", texts.get("chart.label", most, Math.round(perDay)));
  }

  /** The next 1, 1½, 2, 3, 5 or 7 followed by zeros: a scale that seldom moves. */
  static double roundUp(double value) {
    if (value <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : new double[] {1, 1.5, 2, 3, 5, 7}) {
      if (value <= step * power * (1 + 1e-9)) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
