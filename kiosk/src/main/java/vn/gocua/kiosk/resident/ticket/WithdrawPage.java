package vn.gocua.kiosk.resident.ticket;

import com.vaadin.flow.component.Component;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;

/** Confirms the withdrawal of a request. */
final class WithdrawPage implements Page {
  private final Runnable withdraw;

  WithdrawPage(Runnable withdraw) {
    this.withdraw = withdraw;
  }

  @Override
  public String title(Texts texts) {
    return texts.get("ticket.withdraw.ask");
  }

  @Override
  public String lead(Texts texts) {
    return texts.get("ticket.withdraw.lead");
  }

  @Override
  public Component content(PageHost host) {
    return Widgets.rows(
        Widgets.row("withdraw", host.texts().get("ticket.withdraw.yes"), "", withdraw),
        Widgets.row("back", host.texts().get("ticket.withdraw.no"), "", host::back));
  }
}
