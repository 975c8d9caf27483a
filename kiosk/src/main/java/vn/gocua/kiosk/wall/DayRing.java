package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.temporal.ChronoUnit;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.campaign.CampaignInfo;

/** Day of the campaign: a ring with a stroke a day, and the date. */
@SuppressWarnings("serial")
final class DayRing extends Div {
  private final Words words;
  private final Div ring;
  private final Span label = Dom.span("ring-label");
  private final Span number = Dom.span("ring-number");
  private final Span total = Dom.span("ring-total");
  private final Span date = Dom.span("ring-date");

  DayRing(Words words) {
    this.words = words;
    addClassNames("day", "panel");
    ring =
        Dom.div("ring", Dom.div("ring-face", label, Dom.div("ring-figures", number, total), date));
    add(ring);
  }

  void show(CampaignInfo campaign, BoardMessage board) {
    int days = campaign.days();
    int day = board.day();
    CampaignInfo.Closing closing = campaign.closing();
    Dom.style(ring, "--days", String.valueOf(days));
    Dom.style(ring, "--before", String.valueOf(Math.clamp(day - 1L, 0, days)));
    Dom.style(ring, "--until", String.valueOf(Math.clamp(day, 0, days)));
    Dom.attribute(ring, "data-phase", day < 1 ? "before" : day > days ? "after" : "during");
    if (day < 1) {
      long left =
          ChronoUnit.DAYS.between(
              board.at().atZoneSameInstant(campaign.zone()).toLocalDate(), campaign.startDate());
      Dom.text(label, words.text("day.before"));
      Dom.text(number, words.count(Math.max(1, left)));
      Dom.text(total, " " + words.text("day.left"));
      Dom.text(date, words.text("day.starts", words.date(campaign.startDate())));
    } else if (closing != null) {
      Dom.attribute(ring, "data-phase", "after");
      Dom.text(label, words.text("day.after"));
      Dom.text(number, words.count(Math.min(day, days)));
      Dom.text(total, "/" + words.count(days));
      Dom.text(date, words.text("day.ended", words.date(closing.date(campaign.zone()))));
    } else if (day > days) {
      Dom.text(label, words.text("day.after"));
      Dom.text(number, words.count(days));
      Dom.text(total, "/" + words.count(days));
      Dom.text(date, words.text("day.ended", words.date(campaign.dateOf(days))));
    } else {
      Dom.text(label, words.text("day"));
      Dom.text(number, words.count(day));
      Dom.text(total, "/" + words.count(days));
      Dom.text(date, words.date(campaign.dateOf(day)));
    }
  }
}
