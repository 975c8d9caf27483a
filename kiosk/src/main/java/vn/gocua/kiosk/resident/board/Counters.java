package vn.gocua.kiosk.resident.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.campaign.CampaignInfo;

/** The day and the three main numbers. */
@SuppressWarnings("serial")
final class Counters extends Div {
  private final Words words;
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

  Counters(Words words) {
    this.words = words;
    addClassName("counts");
    checkIns = Counter.of(words.text("board.checkIns"));
    residents = Counter.of(words.text("board.residents"));
    teams = Counter.of(words.text("board.teams"));
    add(
        Widgets.div("count-day", dayName, day),
        Widgets.div("count-boxes", checkIns.box(), residents.box(), teams.box()));
  }

  void show(CampaignInfo campaign, BoardMessage board) {
    boolean running = board.day() >= 1 && board.day() <= campaign.days();
    dayName.setText(
        words.text(
            running ? "board.day" : board.day() < 1 ? "board.day.before" : "board.day.after"));
    day.setText(running ? board.day() + "/" + campaign.days() : "");
    checkIns.show(words.count(board.totals().checkIns()), today(board.today().checkIns()));
    residents.show(words.count(board.totals().residents()), today(board.today().residents()));
    teams.show(
        board.activeTeamsToday() + "/" + campaign.teams().size(),
        board.activeTeamsToday() == 0 ? "" : words.text("board.teams.remark"));
  }

  private String today(long gain) {
    return words.text("board.today", words.count(gain));
  }
}
