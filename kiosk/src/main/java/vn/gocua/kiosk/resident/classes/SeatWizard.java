package vn.gocua.kiosk.resident.classes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import vn.gocua.protocol.LearningEndpoints;
import vn.gocua.protocol.learning.ClassList;
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
                (d, stage) -> Widgets.div("part", Widgets.facts(entered(d, stage))),
                _ -> List.of("class.consent"),
                "class.send",
                SeatWizard::send,
                (d, seat) -> slip(d.row, seat)))
        .first();
  }

  private static Map<String, String> entered(SeatDraft draft, PageHost stage) {
    Texts texts = stage.texts();
    Map<String, String> facts = about(draft.row, stage);
    facts.put(texts.get("fact.name"), draft.name.value());
    facts.put(texts.get("fact.phone"), PhoneNumber.masked(draft.phone.text()));
    return facts;
  }

  private static Map<String, String> about(ClassList.Row row, PageHost stage) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(stage.texts().get("class.title"), row.title());
    facts.putAll(ClassPage.facts(row, stage));
    return facts;
  }

  private static Job<SeatReceipt> send(SeatDraft draft, PageHost stage) {
    SeatOrder order = draft.order(stage.context().clock().instant());
    return () ->
        stage
            .context()
            .engine()
            .send(stage.caller(), LearningEndpoints.ENROL, order, draft.row.id());
  }

  /**
   * The slip: a seat, a code to say at the door, and time and place as a QR code of plain words.
   */
  private static Page slip(ClassList.Row row, SeatReceipt seat) {
    return new DonePage(
        "slip",
        "slip.paper",
        seat.code(),
        null,
        stage -> {
          Map<String, String> facts = about(row, stage);
          facts.put(stage.texts().get("slip.seat"), stage.texts().figures().count(seat.seat()));
          return facts;
        },
        stage -> inWords(row, seat, stage.texts()));
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
