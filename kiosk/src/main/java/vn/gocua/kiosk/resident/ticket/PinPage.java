package vn.gocua.kiosk.resident.ticket;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import vn.gocua.kiosk.resident.api.Refused;
import vn.gocua.kiosk.resident.keyboard.DigitInput;
import vn.gocua.kiosk.resident.keyboard.NumberPad;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PageHost.Trouble;
import vn.gocua.kiosk.resident.shell.PrintedSlip;
import vn.gocua.kiosk.resident.shell.Words;

/** Six digits that stand on the ticket, for who has no picture of its QR code. */
final class PinPage implements Page {
  private static final int LENGTH = 6;

  private final String code;
  private final Consumer<String> opened;
  private final DigitInput digits = new DigitInput(LENGTH);
  private boolean asking;

  /**
   * @param opened told the ticket's secret, with this page still shown
   */
  PinPage(String code, Consumer<String> opened) {
    this.code = code;
    this.opened = opened;
  }

  @Override
  public String title(Words words) {
    return words.text("pin");
  }

  @Override
  public String lead(Words words) {
    return words.text("pin.lead", code);
  }

  @Override
  public String pictogram() {
    return "door-ticket";
  }

  @Override
  public Component content(PageHost stage) {
    return new NumberPad(
        digits, stage.words(), title(stage.words()), "", PrintedSlip::spaced, () -> stage.say(""));
  }

  @Override
  public Action action(PageHost stage) {
    return new Action(stage.words().text("onwards"), () -> open(stage));
  }

  private void open(PageHost stage) {
    if (digits.text().length() < LENGTH) {
      stage.say(stage.words().text("pin.short"));
      return;
    }
    if (asking) {
      return;
    }
    asking = true;
    String pin = digits.text();
    stage.<String>work(
        () -> stage.hall().engine().unlock(code, pin, stage.screen(), stage.words().locale()),
        opened,
        trouble -> {
          asking = false;
          digits.clear();
          stage.refresh();
          switch (trouble) {
            case Trouble.Away _ -> stage.open(MessagePage.away());
            case Trouble.No(var refused) -> stage.say(words(refused, stage));
          }
        });
  }

  /** Who may not try any more is told for how long, and what helps meanwhile. */
  private static String words(Refused refused, PageHost stage) {
    long minutes = Math.max(1, refused.retryAfter().plusSeconds(59).toMinutes());
    return refused.status() == 429 ? stage.words().text("pin.wait", minutes) : refused.title();
  }
}
