package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.consent.ConsentText;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.keyboard.PhoneNumber;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.wizard.ConsentStep;
import vn.gocua.kiosk.resident.wizard.PhoneStep;
import vn.gocua.kiosk.resident.wizard.TextStep;
import vn.gocua.kiosk.resident.wizard.Wizard;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.HelpOrder;
import vn.gocua.protocol.help.TicketReceipt;

/** Asks for the resident's contact, address and consent to a visit. */
final class HelpWizard {
  private HelpWizard() {}

  /** The first step, for a draft with activity and preferred time. */
  static Page of(HelpDraft draft) {
    return Wizard.<HelpDraft>of(
            draft,
            TextStep.name(
                d -> d.name,
                d -> d.isForChild() ? "help.name.guardian" : "help.name",
                "help.name.missing",
                d -> d.isForChild() ? "whom-child" : "whom-self"),
            new PhoneStep<>(d -> d.phone, "help.phone.lead"),
            TextStep.address(d -> d.address),
            new ConsentStep<HelpDraft, TicketReceipt>(
                HelpWizard::entered,
                HelpWizard::consent,
                "help.send",
                (d, host) -> {
                  HelpOrder order =
                      d.order(host.context().clock().instant(), host.texts().language());
                  return () ->
                      host.context().engine().send(host.caller(), HelpEndpoints.ASK, order);
                },
                (d, made) -> new IssuedTicket(made, d).page()))
        .first();
  }

  private static List<ConsentText> consent(HelpDraft draft) {
    return draft.groups.isEmpty()
        ? List.of(draft.consent())
        : List.of(draft.consent(), ConsentText.GROUPS);
  }

  private static Div entered(HelpDraft draft, PageHost host) {
    Texts texts = host.texts();
    CampaignInfo campaign = host.context().campaign();
    Div facts =
        Widgets.div(
            "facts",
            Widgets.fact(
                texts.get("fact.activity"),
                ActivityPage.name(campaign, String.valueOf(draft.activity), texts)),
            Widgets.fact(
                texts.get("fact.hamlet"),
                campaign == null ? "" : campaign.hamletName(String.valueOf(draft.hamlet))),
            Widgets.fact(texts.get("fact.when"), texts.get("help.when." + draft.when)),
            Widgets.fact(
                texts.get(draft.isForChild() ? "fact.guardian" : "fact.name"), draft.name.value()),
            Widgets.fact(texts.get("fact.phone"), PhoneNumber.masked(draft.phone.text())),
            Widgets.fact(texts.get("fact.address"), draft.address.value()));
    String groups = groups(draft, campaign, texts);
    if (!groups.isEmpty()) {
      facts.add(Widgets.fact(texts.get("fact.groups"), groups));
    }
    NativeButton more =
        Widgets.button(
            "quiet-button",
            texts.get(groups.isEmpty() ? "help.groups.offer" : "help.groups.change"),
            () -> host.open(new GroupsPage(draft)));
    return Widgets.div("part", facts, more);
  }

  private static String groups(HelpDraft draft, @Nullable CampaignInfo campaign, Texts texts) {
    return campaign == null
        ? ""
        : campaign.groups().stream()
            .filter(group -> draft.groups.contains(group.code()))
            .map(group -> GroupsPage.name(group, texts))
            .collect(Collectors.joining(", "));
  }
}
