package vn.gocua.kiosk.resident.learning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.kiosk.resident.keyboard.PhoneNumber;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.PageHost.Trouble;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;

/** The last page before the seat is taken: what was entered, and what it is asked for. */
final class LearnerConsentPage implements Page {
  private final LearnerDraft draft;

  LearnerConsentPage(LearnerDraft draft) {
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
    Words words = stage.words();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(words.text("class.title"), draft.row.title());
    facts.putAll(ClassPage.facts(draft.row, stage));
    facts.put(words.text("fact.name"), draft.name.value());
    facts.put(words.text("fact.phone"), PhoneNumber.masked(draft.phone.text()));
    UnorderedList points = new UnorderedList();
    points.addClassName("points");
    for (String point : words.text("class.consent").split("\n", -1)) {
      points.add(new ListItem(point));
    }
    return Widgets.div(
        "two-parts",
        Widgets.div("part", Widgets.facts(facts)),
        Widgets.div("part", Widgets.text("part-title", words.text("help.consent.title")), points));
  }

  @Override
  public Action action(PageHost stage) {
    return new Action(stage.words().text("class.send"), () -> send(stage));
  }

  private void send(PageHost stage) {
    if (draft.sending) {
      return;
    }
    draft.sending = true;
    stage.say(stage.words().text("help.sending"));
    Map<String, Object> wish = draft.wish(stage.hall().clock().instant());
    String path = "/api/v1/classes/" + draft.row.id() + "/enrolments";
    stage.work(
        () ->
            Wire.read(
                stage
                    .hall()
                    .engine()
                    .callFrom(stage.screen(), "POST", path, wish, stage.words().locale())
                    .body(),
                SlipPage.Slip.class),
        slip -> stage.openForGood(new SlipPage(slip, draft.row)),
        trouble -> {
          draft.sending = false;
          switch (trouble) {
            case Trouble.Away _ -> stage.open(MessagePage.unsent());
            case Trouble.No(var refused) -> stage.say(refused.title());
          }
        });
  }
}
