package vn.gocua.kiosk.resident.ticket;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.keyboard.DigitInput;
import vn.gocua.kiosk.resident.keyboard.NumberPad;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PageHost.Trouble;
import vn.gocua.kiosk.resident.shell.PrintedSlip;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.TicketPin;

/** Asks for the ticket's PIN, for visitors without its QR code. */
final class PinPage implements Page {
  private static final int LENGTH = 6;

  private final String code;
  private final Consumer<String> opened;
  private final DigitInput digits = new DigitInput(LENGTH);
  private boolean asking;

  /**
   * @param opened receives the ticket's secret, with this page still shown
   */
  PinPage(String code, Consumer<String> opened) {
    this.code = code;
    this.opened = opened;
  }

  @Override
  public String title(Texts texts) {
    return texts.get("pin");
  }

  @Override
  public String lead(Texts texts) {
    return texts.get("pin.lead", code);
  }

  @Override
  public String pictogram() {
    return "door-ticket";
  }

  @Override
  public Component content(PageHost host) {
    return new NumberPad(
        digits, host.texts(), title(host.texts()), "", PrintedSlip::spaced, () -> host.say(""));
  }

  @Override
  public Action action(PageHost host) {
    return new Action(host.texts().get("onwards"), () -> open(host));
  }

  private void open(PageHost host) {
    if (digits.text().length() < LENGTH) {
      host.say(host.texts().get("pin.short"));
      return;
    }
    if (asking) {
      return;
    }
    asking = true;
    String pin = digits.text();
    host.<String>work(
        () ->
            host.context()
                .engine()
                .send(host.caller(), HelpEndpoints.UNLOCK, new TicketPin(pin), code)
                .secret(),
        opened,
        trouble -> {
          asking = false;
          digits.clear();
          host.refresh();
          switch (trouble) {
            case Trouble.Away _ -> host.open(MessagePage.away());
            case Trouble.No(var refused) -> host.say(refusal(refused, host));
          }
        });
  }

  /** Explains a refusal; after too many tries, with the time to wait and an alternative. */
  private static String refusal(ApiRefusal refused, PageHost host) {
    Duration wait = Objects.requireNonNullElse(refused.retryAfter(), Duration.ZERO);
    long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
    return refused.status() == 429 ? host.texts().get("pin.wait", minutes) : refused.title();
  }
}
