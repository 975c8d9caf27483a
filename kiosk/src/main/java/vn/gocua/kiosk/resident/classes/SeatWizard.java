package vn.gocua.kiosk.resident.classes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gocua.base.consent.ConsentText;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.keyboard.PhoneNumber;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PageHost.Job;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.wizard.ConsentStep;
import vn.gocua.kiosk.resident.wizard.DonePage;
import vn.gocua.kiosk.resident.wizard.PhoneStep;
import vn.gocua.kiosk.resident.wizard.TextStep;
import vn.gocua.kiosk.resident.wizard.Wizard;
import vn.gocua.protocol.learning.ClassList;
import vn.gocua.protocol.learning.LearningEndpoints;
import vn.gocua.protocol.learning.SeatOrder;
import vn.gocua.protocol.learning.SeatReceipt;

/** Asks for the attendee's contact and consent. */
final class SeatWizard {
  private SeatWizard() {}

  /** The first step. */
  static Page of(ClassList.Row row) {
    return Wizard.<SeatDraft>of(
            new SeatDraft(row),
            TextStep.name(d -> d.name, _ -> "class.name", "class.name.missing", _ -> "whom-self"),
            new PhoneStep<>(d -> d.phone, "class.phone.lead"),
            new ConsentStep<SeatDraft, SeatReceipt>(
                (d, host) -> Widgets.div("part", Widgets.facts(entered(d, host))),
                _ -> List.of(ConsentText.CLASS),
                "class.send",
                SeatWizard::send,
                (d, seat) -> receipt(d.row, seat)))
        .first();
  }

  private static Map<String, String> entered(SeatDraft draft, PageHost host) {
    Texts texts = host.texts();
    Map<String, String> facts = about(draft.row, host);
    facts.put(texts.get("fact.name"), draft.name.value());
    facts.put(texts.get("fact.phone"), PhoneNumber.masked(draft.phone.text()));
    return facts;
  }

  private static Map<String, String> about(ClassList.Row row, PageHost host) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(host.texts().get("class.title"), row.title());
    facts.putAll(ClassPage.facts(row, host));
    return facts;
  }

  private static Job<SeatReceipt> send(SeatDraft draft, PageHost host) {
    SeatOrder order = draft.order(host.context().clock().instant(), host.texts().language());
    return () ->
        host.context().engine().send(host.caller(), LearningEndpoints.ENROL, order, draft.row.id());
  }

  /**
   * The slip: a seat, a code to say at the door, and time and place as a QR code of plain words.
   */
  private static Page receipt(ClassList.Row row, SeatReceipt seat) {
    return new DonePage(
        "slip",
        "slip.paper",
        seat.code(),
        null,
        host -> {
          Map<String, String> facts = about(row, host);
          facts.put(host.texts().get("slip.seat"), host.texts().figures().count(seat.seat()));
          return facts;
        },
        host -> inWords(row, seat, host.texts()));
  }

  /** Readable by any phone without a network; without names. */
  private static String inWords(ClassList.Row row, SeatReceipt seat, Texts texts) {
    return String.join(
        "\n",
        row.title(),
        texts.figures().span(row.startsAt(), row.endsAt()),
        row.place(),
        texts.get("slip.code") + ": " + seat.code());
  }
}
