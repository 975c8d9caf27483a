package vn.gocua.kiosk.resident.classes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.kiosk.resident.content.ClassRow;
import vn.gocua.kiosk.resident.keyboard.PhoneNumber;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PageHost.Job;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;
import vn.gocua.kiosk.resident.wizard.ConsentStep;
import vn.gocua.kiosk.resident.wizard.DonePage;
import vn.gocua.kiosk.resident.wizard.PhoneStep;
import vn.gocua.kiosk.resident.wizard.TextStep;
import vn.gocua.kiosk.resident.wizard.Wizard;

/** Who comes to a class, and the agreement to be called about it. */
final class SeatWizard {
  private SeatWizard() {}

  /** What the engine gave. */
  record Seat(int seat, String code) {
    Seat {
      Wire.require("slip", code);
    }
  }

  /** The first step. */
  static Page of(ClassRow row) {
    return Wizard.<SeatDraft>of(
            new SeatDraft(row),
            TextStep.name(d -> d.name, _ -> "class.name", "class.name.missing", _ -> "whom-self"),
            new PhoneStep<>(d -> d.phone, "class.phone.lead"),
            new ConsentStep<SeatDraft, Seat>(
                (d, stage) -> Widgets.div("part", Widgets.facts(entered(d, stage))),
                _ -> List.of("class.consent"),
                "class.send",
                SeatWizard::send,
                (d, seat) -> slip(d.row, seat)))
        .first();
  }

  private static Map<String, String> entered(SeatDraft draft, PageHost stage) {
    Words words = stage.words();
    Map<String, String> facts = about(draft.row, stage);
    facts.put(words.text("fact.name"), draft.name.value());
    facts.put(words.text("fact.phone"), PhoneNumber.masked(draft.phone.text()));
    return facts;
  }

  private static Map<String, String> about(ClassRow row, PageHost stage) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(stage.words().text("class.title"), row.title());
    facts.putAll(ClassPage.facts(row, stage));
    return facts;
  }

  private static Job<Seat> send(SeatDraft draft, PageHost stage) {
    Map<String, Object> wish = draft.wish(stage.hall().clock().instant());
    String path = "/api/v1/classes/" + draft.row.id() + "/enrolments";
    return () ->
        Wire.read(
            stage
                .hall()
                .engine()
                .callFrom(stage.screen(), "POST", path, wish, stage.words().locale())
                .body(),
            Seat.class);
  }

  /** A seat, a code to say at the door, and when and where as a QR code of plain words. */
  private static Page slip(ClassRow row, Seat seat) {
    return new DonePage(
        "slip",
        "slip.paper",
        seat.code(),
        null,
        stage -> {
          Map<String, String> facts = about(row, stage);
          facts.put(stage.words().text("slip.seat"), stage.words().count(seat.seat()));
          return facts;
        },
        stage -> inWords(row, seat, stage.words()));
  }

  /** Any phone shows this, also without a network; nobody is named in it. */
  private static String inWords(ClassRow row, Seat seat, Words words) {
    return String.join(
        "\n",
        row.title(),
        row.time(words.language()),
        row.place(),
        words.text("slip.code") + ": " + seat.code());
  }
}
