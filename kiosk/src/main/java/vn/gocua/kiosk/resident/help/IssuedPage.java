package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.resident.api.KioskApi;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PrintedSlip;
import vn.gocua.kiosk.resident.shell.Qr;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;

/** The ticket: a short code to remember, a QR code to take along, and who will come. */
final class IssuedPage implements Page {
  private final KioskApi.Made made;
  private final String activity;
  private final String hamlet;
  private final String when;
  private KioskApi.@Nullable TeamPlace place;

  IssuedPage(KioskApi.Made made, String activity, String hamlet, String when) {
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
  public Component content(PageHost stage) {
    Words words = stage.words();
    Map<String, String> facts = facts(stage);
    Div code =
        Widgets.div(
            "ticket-code",
            Widgets.span("ticket-name", words.text("made.code")),
            Widgets.span("code", made.code()));
    String pin = made.pin();
    if (pin != null) {
      code.add(
          Widgets.div(
              "ticket-pin",
              Widgets.span("ticket-name", words.text("made.pin")),
              Widgets.span("pin", PrintedSlip.spaced(pin))));
    }
    Div qr =
        Widgets.div(
            "ticket-qr",
            Qr.image(address(stage), words.text("made.qr.alt")),
            Widgets.text("qr-note", words.text("made.qr")));
    Div ticket = Widgets.div("ticket", code, Widgets.facts(facts), qr);
    Div page = Widgets.div("made", ticket, Widgets.text("made-note", words.text("made.note")));
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

  private Map<String, String> facts(PageHost stage) {
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
  private void addPlace(PageHost stage, Map<String, String> facts) {
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
  private String address(PageHost stage) {
    return stage.hall().publicUrl().resolve("/t") + "#" + made.code() + "." + made.secret();
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
