package vn.gocua.kiosk.resident.ticket;

import com.vaadin.flow.component.Component;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;

/** Confirms the withdrawal of a request. */
final class WithdrawPage implements Page {
  private final Runnable withdraw;

  WithdrawPage(Runnable withdraw) {
    this.withdraw = withdraw;
  }

  @Override
  public String title(Words words) {
    return words.text("ticket.withdraw.ask");
  }

  @Override
  public String lead(Words words) {
    return words.text("ticket.withdraw.lead");
  }

  @Override
  public Component content(PageHost stage) {
    return Widgets.rows(
        Widgets.row("withdraw", stage.words().text("ticket.withdraw.yes"), "", withdraw),
        Widgets.row("back", stage.words().text("ticket.withdraw.no"), "", stage::back));
  }
}
