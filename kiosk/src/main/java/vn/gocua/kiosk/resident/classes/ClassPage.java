package vn.gocua.kiosk.resident.classes;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.learning.ClassList;

/** One class, and the way to a seat in it. */
final class ClassPage implements Page {
  private final ClassList.Row row;

  ClassPage(ClassList.Row row) {
    this.row = row;
  }

  @Override
  public String title(Words words) {
    return row.title();
  }

  @Override
  public String lead(Words words) {
    return words.text(row.isOpen() ? "class.lead" : "class.shut");
  }

  @Override
  public String pictogram() {
    return "door-classes";
  }

  @Override
  public Component content(PageHost stage) {
    Words words = stage.words();
    Map<String, String> facts = facts(row, stage);
    facts.put(words.text("class.seats"), ClassListPage.seats(row, words));
    return Widgets.div("class-page", Widgets.facts(facts));
  }

  /** Time and place. */
  static Map<String, String> facts(ClassList.Row row, PageHost stage) {
    Words words = stage.words();
    CampaignInfo campaign = stage.hall().campaign();
    String hamlet = row.hamlet();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(words.text("class.time"), words.time(row.startsAt(), row.endsAt()));
    facts.put(words.text("class.place"), row.place());
    if (hamlet != null && campaign != null) {
      facts.put(words.text("fact.hamlet"), campaign.hamletName(hamlet));
    }
    return facts;
  }

  @Override
  public @Nullable Action action(PageHost stage) {
    if (!row.isOpen()) {
      return null;
    }
    return new Action(
        stage.words().text("class.enrol"),
        () -> stage.open(stage.hall().engineIsThere() ? SeatWizard.of(row) : MessagePage.away()));
  }
}
