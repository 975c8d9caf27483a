package vn.gocua.kiosk.resident.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.campaign.CampaignInfo;

/** The day and the three main numbers. */
@SuppressWarnings("serial")
final class Counters extends Div {
  private final Texts texts;
  private final Span dayName = Widgets.span("day-name", "");
  private final Span day = Widgets.span("day-number", "");
  private final Counter checkIns;
  private final Counter residents;
  private final Counter teams;

  private record Counter(Div box, Span number, Span gain) {
    static Counter of(String name) {
      Span number = Widgets.span("count-number", "");
      Span gain = Widgets.span("count-gain", "");
      return new Counter(
          Widgets.div("count", number, Widgets.span("count-name", name), gain), number, gain);
    }

    void show(String value, String remark) {
      number.setText(value);
      gain.setText(remark);
    }
  }

  Counters(Texts texts) {
    this.texts = texts;
    addClassName("counts");
    checkIns = Counter.of(texts.get("board.checkIns"));
    residents = Counter.of(texts.get("board.residents"));
    teams = Counter.of(texts.get("board.teams"));
    add(
        Widgets.div("count-day", dayName, day),
        Widgets.div("count-boxes", checkIns.box(), residents.box(), teams.box()));
  }

  void show(CampaignInfo campaign, BoardMessage board) {
    boolean running = board.day() >= 1 && board.day() <= campaign.days();
    dayName.setText(
        texts.get(
            running ? "board.day" : board.day() < 1 ? "board.day.before" : "board.day.after"));
    day.setText(running ? board.day() + "/" + campaign.days() : "");
    checkIns.show(
        texts.figures().count(board.totals().checkIns()), today(board.today().checkIns()));
    residents.show(
        texts.figures().count(board.totals().residents()), today(board.today().residents()));
    teams.show(
        board.activeTeamsToday() + "/" + campaign.teams().size(),
        board.activeTeamsToday() == 0 ? "" : texts.get("board.teams.remark"));
  }

  private String today(long gain) {
    return texts.get("board.today", gain);
  }
}
