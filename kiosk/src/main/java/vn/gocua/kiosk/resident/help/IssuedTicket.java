package vn.gocua.kiosk.resident.help;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.wizard.DonePage;
import vn.gocua.protocol.campaign.CampaignEndpoints;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.TeamDetails;
import vn.gocua.protocol.help.TicketReceipt;

/** The ticket of a request: its code and the team. */
final class IssuedTicket {
  private final TicketReceipt made;
  private final String activity;
  private final String hamlet;
  private final String when;
  private @Nullable TeamDetails place;

  IssuedTicket(TicketReceipt made, HelpDraft draft) {
    this.made = made;
    this.activity = String.valueOf(draft.activity);
    this.hamlet = String.valueOf(draft.hamlet);
    this.when = draft.when;
  }

  Page page() {
    return new DonePage("made", "made.slip", made.code(), made.pin(), this::facts, this::address);
  }

  private Map<String, String> facts(PageHost host) {
    Texts texts = host.texts();
    CampaignInfo campaign = host.context().campaign();
    Map<String, String> facts = new LinkedHashMap<>();
    if (campaign != null) {
      facts.put(texts.get("fact.team"), campaign.teamName(made.team()));
      facts.put(texts.get("fact.activity"), ActivityPage.name(campaign, activity, texts));
      facts.put(texts.get("fact.hamlet"), campaign.hamletName(hamlet));
      facts.put(texts.get("fact.when"), texts.get("help.when." + when));
    }
    addPlace(host, facts);
    return facts;
  }

  /** Asked for once the ticket is on the screen: a ticket without it is a ticket too. */
  private void addPlace(PageHost host, Map<String, String> facts) {
    Texts texts = host.texts();
    TeamDetails known = place;
    if (known == null) {
      host.work(
          () -> host.context().engine().call(host.caller(), CampaignEndpoints.TEAM, made.team()),
          told -> {
            place = told;
            host.refresh();
          },
          _ -> {});
      return;
    }
    addFact(facts, texts.get("fact.hall"), known.hall());
    addFact(facts, texts.get("fact.hours"), known.hours());
    addFact(facts, texts.get("fact.teamPhone"), known.phone());
  }

  private static void addFact(Map<String, String> facts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.put(name, value);
    }
  }

  /** The secret is behind the «#», which browsers do not send. */
  private String address(PageHost host) {
    return host.context().publicUrl().resolve("/t") + "#" + made.code() + "." + made.secret();
  }
}
