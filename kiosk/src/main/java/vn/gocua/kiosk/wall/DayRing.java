package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.temporal.ChronoUnit;
import vn.gocua.kiosk.feed.Board;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.screen.Shown;
import vn.gocua.kiosk.text.Figures;

/** Which day of the campaign it is: a ring with a stroke a day, and the day's date. */
@SuppressWarnings("serial")
final class DayRing extends Div {
  private final Words words;
  private final Div ring;
  private final Span label = Shown.span("ring-label");
  private final Span number = Shown.span("ring-number");
  private final Span total = Shown.span("ring-total");
  private final Span date = Shown.span("ring-date");

  DayRing(Words words) {
    this.words = words;
    addClassNames("day", "panel");
    ring =
        Shown.div(
            "ring", Shown.div("ring-face", label, Shown.div("ring-figures", number, total), date));
    add(ring);
  }

  void show(Campaign campaign, Board board) {
    int days = campaign.days();
    int day = board.day();
    Campaign.Closing closing = campaign.closing();
    Shown.style(ring, "--days", String.valueOf(days));
    Shown.style(ring, "--before", String.valueOf(Math.clamp(day - 1L, 0, days)));
    Shown.style(ring, "--until", String.valueOf(Math.clamp(day, 0, days)));
    Shown.attribute(ring, "data-phase", day < 1 ? "before" : day > days ? "after" : "during");
    if (day < 1) {
      long left =
          ChronoUnit.DAYS.between(
              board.at().atZone(campaign.zone()).toLocalDate(), campaign.startDate());
      Shown.text(label, words.text("day.before"));
      Shown.text(number, words.count(Math.max(1, left)));
      Shown.text(total, " " + words.text("day.left"));
      Shown.text(date, words.text("day.starts", Figures.date(campaign.startDate())));
    } else if (closing != null) {
      Shown.attribute(ring, "data-phase", "after");
      Shown.text(label, words.text("day.after"));
      Shown.text(number, words.count(Math.min(day, days)));
      Shown.text(total, "/" + words.count(days));
      Shown.text(date, words.text("day.ended", Figures.date(closing.date(campaign.zone()))));
    } else if (day > days) {
      Shown.text(label, words.text("day.after"));
      Shown.text(number, words.count(days));
      Shown.text(total, "/" + words.count(days));
      Shown.text(date, words.text("day.ended", Figures.date(campaign.dateOf(days))));
    } else {
      Shown.text(label, words.text("day"));
      Shown.text(number, words.count(day));
      Shown.text(total, "/" + words.count(days));
      Shown.text(date, Figures.date(campaign.dateOf(day)));
    }
  }
}
