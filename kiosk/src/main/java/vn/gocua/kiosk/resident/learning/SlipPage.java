package vn.gocua.kiosk.resident.learning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.kiosk.resident.content.ClassRow;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PrintedSlip;
import vn.gocua.kiosk.resident.shell.Qr;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;

/** The slip: a seat, a code to say at the door, and when and where as a QR code of plain words. */
final class SlipPage implements Page {
  private final Slip slip;
  private final ClassRow row;

  /** What the engine gave. */
  record Slip(int seat, String code) {
    Slip {
      Wire.require("slip", code);
    }
  }

  SlipPage(Slip slip, ClassRow row) {
    this.slip = slip;
    this.row = row;
  }

  @Override
  public String title(Words words) {
    return words.text("slip");
  }

  @Override
  public String lead(Words words) {
    return words.text("slip.lead");
  }

  @Override
  public Component content(PageHost stage) {
    Words words = stage.words();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(words.text("class.title"), row.title());
    facts.putAll(ClassPage.facts(row, stage));
    facts.put(words.text("slip.seat"), words.count(slip.seat()));
    Div qr =
        Widgets.div(
            "ticket-qr",
            Qr.image(inWords(words), words.text("slip.qr.alt")),
            Widgets.text("qr-note", words.text("slip.qr")));
    Div ticket =
        Widgets.div(
            "ticket",
            Widgets.div(
                "ticket-code",
                Widgets.span("ticket-name", words.text("slip.code")),
                Widgets.span("code", slip.code())),
            Widgets.facts(facts),
            qr);
    Div page = Widgets.div("made", ticket, Widgets.text("made-note", words.text("slip.note")));
    new PrintedSlip(
            words.text("slip.paper"),
            slip.code(),
            null,
            facts,
            inWords(words),
            words.text("slip.paper.note"))
        .addTo(page, qr, stage);
    return page;
  }

  /** Any phone shows this, also without a network; nobody is named in it. */
  private String inWords(Words words) {
    return String.join(
        "\n",
        row.title(),
        row.time(words.language()),
        row.place(),
        words.text("slip.code") + ": " + slip.code());
  }

  @Override
  public boolean leadsBack() {
    return false;
  }

  @Override
  public Action action(PageHost stage) {
    return new Action(stage.words().text("made.done"), stage::home);
  }
}
