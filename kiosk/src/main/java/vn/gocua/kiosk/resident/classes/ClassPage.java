package vn.gocua.kiosk.resident.classes;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.learning.ClassList;

/** One class, and the way to a seat in it. */
final class ClassPage implements Page {
  private final ClassList.Row row;

  ClassPage(ClassList.Row row) {
    this.row = row;
  }

  @Override
  public String title(Texts texts) {
    return row.title();
  }

  @Override
  public String lead(Texts texts) {
    return texts.get(row.isOpen() ? "class.lead" : "class.shut");
  }

  @Override
  public String pictogram() {
    return "door-classes";
  }

  @Override
  public Component content(PageHost host) {
    Texts texts = host.texts();
    Map<String, String> facts = facts(row, host);
    facts.put(texts.get("class.seats"), ClassListPage.seats(row, texts));
    return Widgets.div("class-page", Widgets.facts(facts));
  }

  /** Time and place. */
  static Map<String, String> facts(ClassList.Row row, PageHost host) {
    Texts texts = host.texts();
    CampaignInfo campaign = host.context().campaign();
    String hamlet = row.hamlet();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(texts.get("class.time"), texts.figures().span(row.startsAt(), row.endsAt()));
    facts.put(texts.get("class.place"), row.place());
    if (hamlet != null && campaign != null) {
      facts.put(texts.get("fact.hamlet"), campaign.hamletName(hamlet));
    }
    return facts;
  }

  @Override
  public @Nullable Action action(PageHost host) {
    if (!row.isOpen()) {
      return null;
    }
    return new Action(
        host.texts().get("class.enrol"),
        () -> host.open(host.context().engineIsThere() ? SeatWizard.of(row) : MessagePage.away()));
  }
}
