package vn.gocua.kiosk.resident.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PrintedSlip;
import vn.gocua.kiosk.resident.shell.Qr;
import vn.gocua.kiosk.resident.shell.Widgets;

/**
 * The page after sending: a short code to remember, a QR code, and the facts.
 *
 * @param prefix prefix of its texts
 * @param paper prefix of the printed slip's texts
 * @param pin shown once, beside the code; null for none
 * @param facts by their names; called whenever the page is built
 * @param qr content of the QR code
 */
public record DonePage(
    String prefix,
    String paper,
    String code,
    @Nullable String pin,
    Function<PageHost, Map<String, String>> facts,
    Function<PageHost, String> qr)
    implements Page {
  @Override
  public String title(Texts texts) {
    return texts.get(prefix);
  }

  @Override
  public String lead(Texts texts) {
    return texts.get(prefix + ".lead");
  }

  @Override
  public Component content(PageHost host) {
    Texts texts = host.texts();
    Map<String, String> known = facts.apply(host);
    Div name =
        Widgets.div(
            "ticket-code",
            Widgets.span("ticket-name", texts.get(prefix + ".code")),
            Widgets.span("code", code));
    if (pin != null) {
      name.add(
          Widgets.div(
              "ticket-pin",
              Widgets.span("ticket-name", texts.get(prefix + ".pin")),
              Widgets.span("pin", PrintedSlip.spaced(pin))));
    }
    String content = qr.apply(host);
    Div picture =
        Widgets.div(
            "ticket-qr",
            Qr.image(content, texts.get(prefix + ".qr.alt")),
            Widgets.text("qr-note", texts.get(prefix + ".qr")));
    Div page =
        Widgets.div(
            "made",
            Widgets.div("ticket", name, Widgets.facts(known), picture),
            Widgets.text("made-note", texts.get(prefix + ".note")));
    new PrintedSlip(texts.get(paper), code, pin, known, content, texts.get(paper + ".note"))
        .addTo(page, picture, host);
    return page;
  }

  @Override
  public boolean leadsBack() {
    return false;
  }

  @Override
  public Action action(PageHost host) {
    return new Action(host.texts().get("made.done"), host::home);
  }

  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "what somebody takes home";
  }
}
