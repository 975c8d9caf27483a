package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.campaign.CampaignInfo;

/**
 * A slip for a roll of 80 or 58 mm: code, QR code, time and place. Without name, number and
 * address, in case the slip is lost. It is always on the page and visible to printers only;
 * kiosk.js handles the button.
 *
 * @param kind title, such as «Phiếu hẹn»
 * @param pin six digits; null for none
 * @param facts by their names, in order
 * @param qr content of the QR code
 * @param note instructions
 */
public record PrintedSlip(
    String kind,
    String code,
    @Nullable String pin,
    Map<String, String> facts,
    String qr,
    String note) {

  /** The button beside the QR code, and the slip; nothing at all where there is no printer. */
  public void addTo(Div page, Div besideQr, PageHost host) {
    if (!host.context().printers().at(host.screen())) {
      return;
    }
    Texts texts = host.texts();
    NativeButton print = Widgets.button("big-button", "", () -> host.say(texts.get("print.going")));
    print.addClassName("print-slip");
    print.add(Widgets.pictogram("printer"), Widgets.span("print-label", texts.get("print")));
    besideQr.add(print);
    page.add(paper(host));
  }

  private Div paper(PageHost host) {
    Texts texts = host.texts();
    CampaignInfo campaign = host.context().campaign();
    String place = campaign == null || campaign.place() == null ? "" : campaign.place();
    Div paper =
        Widgets.div(
            "slip",
            Widgets.text("slip-place", texts.get("brand") + (place.isEmpty() ? "" : " · " + place)),
            Widgets.text("slip-kind", kind),
            Widgets.text("slip-code", code));
    if (campaign != null && (campaign.rehearsal() || campaign.sample())) {
      paper.addComponentAtIndex(
          1, Widgets.text("slip-mark", texts.get(campaign.rehearsal() ? "rehearsal" : "sample")));
    }
    if (pin != null) {
      paper.add(Widgets.text("slip-pin", texts.get("made.pin") + ": " + spaced(pin)));
    }
    paper.add(Qr.image(qr, ""));
    facts.forEach((name, value) -> paper.add(Widgets.fact(name, value)));
    paper.add(Widgets.text("slip-note", note));
    paper.getElement().setAttribute("aria-hidden", "true");
    int roll = host.context().printers().roll(host.screen());
    paper.getElement().setAttribute("data-roll", String.valueOf(roll));
    return paper;
  }

  /** Six digits as people read them: «482 913». */
  public static String spaced(String pin) {
    return pin.length() == 6 ? pin.substring(0, 3) + " " + pin.substring(3) : pin;
  }
}
