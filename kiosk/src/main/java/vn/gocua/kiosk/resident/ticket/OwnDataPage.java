package vn.gocua.kiosk.resident.ticket;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.help.GroupsPage;
import vn.gocua.kiosk.resident.keyboard.PhoneNumber;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PageHost.Trouble;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.OwnData;
import vn.gocua.protocol.help.OwnTicket;

/**
 * What is kept of a ticket's holder, for that holder. It is gone with the page. Priority groups may
 * be taken back alone.
 */
final class OwnDataPage implements Page {
  private final TicketKey key;
  private OwnData own;
  private String told = "";

  private OwnDataPage(TicketKey key, OwnData own) {
    this.key = key;
    this.own = own;
  }

  /** Leads to the page. */
  static NativeButton row(PageHost host, TicketKey key) {
    return Widgets.row("door-ticket", host.texts().get("own.see"), "", () -> open(host, key));
  }

  /** Reads what is kept, and shows it. The look is recorded. */
  private static void open(PageHost host, TicketKey key) {
    host.<OwnData>work(
        () -> read(host, key), own -> host.open(new OwnDataPage(key, own)), why -> no(host, why));
  }

  private static OwnData read(PageHost host, TicketKey key) {
    return host.context()
        .engine()
        .send(host.caller(), HelpEndpoints.OWN_DATA, new OwnTicket(key.code(), key.secret()));
  }

  private static void no(PageHost host, Trouble trouble) {
    switch (trouble) {
      case Trouble.Away _ -> host.open(MessagePage.away());
      case Trouble.No(var refused) -> host.say(refused.title());
    }
  }

  @Override
  public String title(Texts texts) {
    return texts.get("own");
  }

  @Override
  public String lead(Texts texts) {
    return told;
  }

  @Override
  public Component content(PageHost host) {
    Texts texts = host.texts();
    OwnData.Contact contact = own.contact();
    Div page = Widgets.div("own-page", facts(host));
    page.add(
        Widgets.text(
            "made-note",
            contact == null
                ? texts.get("own.nothing")
                : texts.get("own.until", texts.figures().date(until()))
                    + " "
                    + texts.get("own.rights", place(host))));
    if (contact != null && !contact.groups().isEmpty()) {
      page.add(
          Widgets.div(
              "ticket-acts",
              Widgets.row(
                  "withdraw",
                  texts.get("own.groups"),
                  texts.get("own.groups.how"),
                  () -> host.open(new ConfirmPage("own.groups", () -> withdrawGroups(host))))));
    }
    return page;
  }

  private LocalDate until() {
    return Objects.requireNonNull(own.eraseAt()).toLocalDate();
  }

  private static String place(PageHost host) {
    String contact = host.context().terms().contact();
    return contact == null ? host.texts().get("own.place") : contact;
  }

  private Div facts(PageHost host) {
    Texts texts = host.texts();
    CampaignInfo campaign = host.context().campaign();
    Div facts = Widgets.div("facts");
    OwnData.Contact contact = own.contact();
    if (contact != null) {
      String groups =
          campaign == null
              ? ""
              : campaign.groups().stream()
                  .filter(group -> contact.groups().contains(group.code()))
                  .map(group -> GroupsPage.name(group, texts))
                  .collect(Collectors.joining(", "));
      facts.add(
          Widgets.fact(texts.get(own.guardian() ? "fact.guardian" : "fact.name"), contact.name()),
          Widgets.fact(texts.get("fact.phone"), PhoneNumber.masked(contact.phone())),
          Widgets.fact(texts.get("fact.address"), contact.address()),
          Widgets.fact(
              texts.get("fact.groups"), groups.isEmpty() ? texts.get("own.groups.none") : groups));
    }
    facts.add(Widgets.fact(texts.get("own.consent"), texts.figures().moment(own.consent().at())));
    return facts;
  }

  private void withdrawGroups(PageHost host) {
    host.back();
    host.<OwnData>work(
        () -> {
          var _ =
              host.context()
                  .engine()
                  .send(
                      host.caller(),
                      HelpEndpoints.WITHDRAW_OWN_GROUPS,
                      new OwnTicket(key.code(), key.secret()));
          return read(host, key);
        },
        now -> {
          own = now;
          told = host.texts().get("own.groups.done");
          host.refresh();
        },
        why -> no(host, why));
  }
}
