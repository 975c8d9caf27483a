package vn.gocua.kiosk.resident.ticket;

import com.vaadin.flow.component.Component;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.Parts;
import vn.gocua.kiosk.resident.shell.Stage;
import vn.gocua.kiosk.resident.shell.Words;

/** Asks once more before a request is taken back. */
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
  public Component content(Stage stage) {
    return Parts.rows(
        Parts.row("withdraw", stage.words().text("ticket.withdraw.yes"), "", withdraw),
        Parts.row("back", stage.words().text("ticket.withdraw.no"), "", stage::back));
  }
}
