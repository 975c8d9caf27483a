package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.temporal.ChronoUnit;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.campaign.CampaignInfo;

/** Day of the campaign: a ring with a stroke a day, and the date. */
@SuppressWarnings("serial")
final class DayRing extends Div {
  private final Texts texts;
  private final Div ring;
  private final Span label = Dom.span("ring-label");
  private final Span number = Dom.span("ring-number");
  private final Span total = Dom.span("ring-total");
  private final Span date = Dom.span("ring-date");

  DayRing(Texts texts) {
    this.texts = texts;
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
      Dom.text(label, texts.get("day.before"));
      Dom.text(number, texts.figures().count(Math.max(1, left)));
      Dom.text(total, " " + texts.get("day.left"));
      Dom.text(date, texts.get("day.starts", texts.figures().date(campaign.startDate())));
    } else if (closing != null) {
      Dom.attribute(ring, "data-phase", "after");
      Dom.text(label, texts.get("day.after"));
      Dom.text(number, texts.figures().count(Math.min(day, days)));
      Dom.text(total, "/" + texts.figures().count(days));
      Dom.text(date, texts.get("day.ended", texts.figures().date(closing.date(campaign.zone()))));
    } else if (day > days) {
      Dom.text(label, texts.get("day.after"));
      Dom.text(number, texts.figures().count(days));
      Dom.text(total, "/" + texts.figures().count(days));
      Dom.text(date, texts.get("day.ended", texts.figures().date(campaign.dateOf(days))));
    } else {
      Dom.text(label, texts.get("day"));
      Dom.text(number, texts.figures().count(day));
      Dom.text(total, "/" + texts.figures().count(days));
      Dom.text(date, texts.figures().date(campaign.dateOf(day)));
    }
  }
}
