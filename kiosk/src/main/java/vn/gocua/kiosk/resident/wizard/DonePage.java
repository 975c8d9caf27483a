package vn.gocua.kiosk.resident.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PrintedSlip;
import vn.gocua.kiosk.resident.shell.Qr;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;

/**
 * The page after sending: a short code to remember, a QR code, and the facts.
 *
 * @param texts prefix of its texts
 * @param paper prefix of the printed slip's texts
 * @param pin shown once, beside the code; null for none
 * @param facts by their names; called whenever the page is built
 * @param qr content of the QR code
 */
public record DonePage(
    String texts,
    String paper,
    String code,
    @Nullable String pin,
    Function<PageHost, Map<String, String>> facts,
    Function<PageHost, String> qr)
    implements Page {
  @Override
  public String title(Words words) {
    return words.text(texts);
  }

  @Override
  public String lead(Words words) {
    return words.text(texts + ".lead");
  }

  @Override
  public Component content(PageHost stage) {
    Words words = stage.words();
    Map<String, String> known = facts.apply(stage);
    Div name =
        Widgets.div(
            "ticket-code",
            Widgets.span("ticket-name", words.text(texts + ".code")),
            Widgets.span("code", code));
    if (pin != null) {
      name.add(
          Widgets.div(
              "ticket-pin",
              Widgets.span("ticket-name", words.text(texts + ".pin")),
              Widgets.span("pin", PrintedSlip.spaced(pin))));
    }
    String content = qr.apply(stage);
    Div picture =
        Widgets.div(
            "ticket-qr",
            Qr.image(content, words.text(texts + ".qr.alt")),
            Widgets.text("qr-note", words.text(texts + ".qr")));
    Div page =
        Widgets.div(
            "made",
            Widgets.div("ticket", name, Widgets.facts(known), picture),
            Widgets.text("made-note", words.text(texts + ".note")));
    new PrintedSlip(words.text(paper), code, pin, known, content, words.text(paper + ".note"))
        .addTo(page, picture, stage);
    return page;
  }

  @Override
  public boolean leadsBack() {
    return false;
  }

  @Override
  public Action action(PageHost stage) {
    return new Action(stage.words().text("made.done"), stage::home);
  }

  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "what somebody takes home";
  }
}
