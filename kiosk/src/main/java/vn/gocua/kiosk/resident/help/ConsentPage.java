package vn.gocua.kiosk.resident.help;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.feed.Campaign.Named;
import vn.gocua.kiosk.resident.api.KioskApi;
import vn.gocua.kiosk.resident.keyboard.PhoneNumber;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PageHost.Trouble;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;

/**
 * The last page before sending: what was entered, and what it is asked for, in plain words. The one
 * button says both what it agrees to and what it does.
 */
final class ConsentPage implements Page {
  private final HelpDraft draft;

  ConsentPage(HelpDraft draft) {
    this.draft = draft;
  }

  @Override
  public String title(Words words) {
    return words.text("help.check");
  }

  @Override
  public String lead(Words words) {
    return words.text("help.check.lead");
  }

  @Override
  public Component content(PageHost stage) {
    // Whoever stepped back while it was being sent may send it again: it has an id, and stays one.
    draft.sending = false;
    return Widgets.div("two-parts", summary(stage), consent(stage));
  }

  private Div summary(PageHost stage) {
    Words words = stage.words();
    Campaign campaign = stage.hall().campaign();
    Div facts =
        Widgets.div(
            "facts",
            Widgets.fact(words.text("fact.activity"), activity(campaign, words)),
            Widgets.fact(
                words.text("fact.hamlet"),
                campaign == null ? "" : campaign.hamletName(String.valueOf(draft.hamlet))),
            Widgets.fact(words.text("fact.when"), words.text("help.when." + draft.when)),
            Widgets.fact(
                words.text(draft.isForChild() ? "fact.guardian" : "fact.name"), draft.name.value()),
            Widgets.fact(words.text("fact.phone"), PhoneNumber.masked(draft.phone.text())),
            Widgets.fact(words.text("fact.address"), draft.address.value()));
    String groups = groups(campaign, words);
    if (!groups.isEmpty()) {
      facts.add(Widgets.fact(words.text("fact.groups"), groups));
    }
    NativeButton more =
        Widgets.button(
            "quiet-button",
            words.text(groups.isEmpty() ? "help.groups.offer" : "help.groups.change"),
            () -> stage.open(new GroupsPage(draft)));
    return Widgets.div("part", facts, more);
  }

  private String activity(@Nullable Campaign campaign, Words words) {
    return campaign == null
        ? ""
        : campaign.activities().stream()
            .filter(activity -> activity.code().equals(draft.activity))
            .map(activity -> ActivityPage.name(activity, words))
            .collect(Collectors.joining());
  }

  private String groups(@Nullable Campaign campaign, Words words) {
    return campaign == null
        ? ""
        : campaign.groups().stream()
            .filter((Named group) -> draft.groups.contains(group.code()))
            .map(group -> GroupsPage.name(group, words))
            .collect(Collectors.joining(", "));
  }

  private Div consent(PageHost stage) {
    Words words = stage.words();
    UnorderedList points = new UnorderedList();
    points.addClassName("points");
    for (String point : words.text(consentKey()).split("\n", -1)) {
      points.add(new ListItem(point));
    }
    if (!draft.groups.isEmpty()) {
      points.add(new ListItem(words.text("help.consent.groups")));
    }
    return Widgets.div(
        "part", Widgets.text("part-title", words.text("help.consent.title")), points);
  }

  private String consentKey() {
    return draft.isForChild() ? "help.consent.guardian" : "help.consent";
  }

  @Override
  public Action action(PageHost stage) {
    return new Action(stage.words().text("help.send"), () -> send(stage));
  }

  private void send(PageHost stage) {
    if (draft.sending) {
      return;
    }
    draft.sending = true;
    stage.say(stage.words().text("help.sending"));
    KioskApi.Wish wish = draft.wish(stage.hall().clock().instant());
    stage.work(
        () -> stage.hall().engine().ask(wish, stage.screen(), stage.words().locale()),
        made ->
            stage.openForGood(new IssuedPage(made, wish.activity(), wish.hamlet(), wish.when())),
        trouble -> {
          draft.sending = false;
          switch (trouble) {
            case Trouble.Away _ -> stage.open(MessagePage.unsent());
            case Trouble.No(var refused) -> stage.say(refused.title());
          }
        });
  }
}
