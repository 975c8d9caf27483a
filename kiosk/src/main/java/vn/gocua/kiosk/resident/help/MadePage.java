package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.resident.api.KioskApi;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.Parts;
import vn.gocua.kiosk.resident.shell.PrintedSlip;
import vn.gocua.kiosk.resident.shell.Qr;
import vn.gocua.kiosk.resident.shell.Stage;
import vn.gocua.kiosk.resident.shell.Words;

/** The ticket: a short code to remember, a QR code to take along, and who will come. */
final class MadePage implements Page {
  private final KioskApi.Made made;
  private final String activity;
  private final String hamlet;
  private final String when;
  private KioskApi.@Nullable TeamPlace place;

  MadePage(KioskApi.Made made, String activity, String hamlet, String when) {
    this.made = made;
    this.activity = activity;
    this.hamlet = hamlet;
    this.when = when;
  }

  @Override
  public String title(Words words) {
    return words.text("made");
  }

  @Override
  public String lead(Words words) {
    return words.text("made.lead");
  }

  @Override
  public Component content(Stage stage) {
    Words words = stage.words();
    Map<String, String> facts = facts(stage);
    Div code =
        Parts.div(
            "ticket-code",
            Parts.span("ticket-name", words.text("made.code")),
            Parts.span("code", made.code()));
    String pin = made.pin();
    if (pin != null) {
      code.add(
          Parts.div(
              "ticket-pin",
              Parts.span("ticket-name", words.text("made.pin")),
              Parts.span("pin", PrintedSlip.spaced(pin))));
    }
    Div qr =
        Parts.div(
            "ticket-qr",
            Qr.image(address(stage), words.text("made.qr.alt")),
            Parts.text("qr-note", words.text("made.qr")));
    Div ticket = Parts.div("ticket", code, Parts.facts(facts), qr);
    Div page = Parts.div("made", ticket, Parts.text("made-note", words.text("made.note")));
    new PrintedSlip(
            words.text("made.slip"),
            made.code(),
            pin,
            facts,
            address(stage),
            words.text("made.slip.note"))
        .addTo(page, qr, stage);
    return page;
  }

  private Map<String, String> facts(Stage stage) {
    Words words = stage.words();
    Campaign campaign = stage.hall().campaign();
    Map<String, String> facts = new LinkedHashMap<>();
    if (campaign != null) {
      facts.put(words.text("fact.team"), campaign.teamName(made.team()));
      facts.put(
          words.text("fact.activity"),
          campaign.activities().stream()
              .filter(a -> a.code().equals(activity))
              .findFirst()
              .map(a -> ActivityPage.name(a, words))
              .orElse(""));
      facts.put(words.text("fact.hamlet"), campaign.hamletName(hamlet));
      facts.put(words.text("fact.when"), words.text("help.when." + when));
    }
    addPlace(stage, facts);
    return facts;
  }

  /** Asked for once the ticket is on the screen: a ticket without it is a ticket too. */
  private void addPlace(Stage stage, Map<String, String> facts) {
    Words words = stage.words();
    KioskApi.TeamPlace known = place;
    if (known == null) {
      stage.work(
          () -> stage.hall().engine().teamPlace(made.team(), words.locale()),
          told -> {
            place = told;
            stage.refresh();
          },
          _ -> {});
      return;
    }
    addFact(facts, words.text("fact.hall"), known.hall());
    addFact(facts, words.text("fact.hours"), known.hours());
    addFact(facts, words.text("fact.teamPhone"), known.phone());
  }

  private static void addFact(Map<String, String> facts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.put(name, value);
    }
  }

  /** The secret stands behind the «#»: browsers keep that part to themselves. */
  private String address(Stage stage) {
    return stage.hall().publicUrl().resolve("/t") + "#" + made.code() + "." + made.secret();
  }

  @Override
  public boolean leadsBack() {
    return false;
  }

  @Override
  public Action action(Stage stage) {
    return new Action(stage.words().text("made.done"), stage::home);
  }
}
