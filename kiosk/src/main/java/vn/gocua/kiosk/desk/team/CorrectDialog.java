package vn.gocua.kiosk.desk.team;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import vn.gocua.kiosk.desk.kit.DeskWords;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;
import vn.gocua.protocol.checkin.CheckInList;

/** A check-in as it should have been: it replaces the one that was entered. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class CorrectDialog extends FormDialog {

  private final Select<Named> activity = new Select<>();
  private final IntegerField people = new IntegerField();
  private final CheckboxGroup<Named> groups = new CheckboxGroup<>();
  private final Select<Named> hamlet = new Select<>();

  /** Made once, so that a second try is the same correction. */
  private final String id = UUID.randomUUID().toString();

  /**
   * @param send sends the item; false if that did not work
   */
  CorrectDialog(
      DeskWords words,
      CampaignInfo campaign,
      CheckInList.Row wrong,
      Predicate<Map<String, Object>> send) {
    super(words, words.text("correct.title"), words.text("correct.act"));
    activity.setLabel(words.text("correct.activity"));
    activity.setItems(campaign.activities());
    activity.setItemLabelGenerator(Named::name);
    campaign.activities().stream()
        .filter(a -> a.code().equals(wrong.activity()))
        .findFirst()
        .ifPresent(activity::setValue);
    people.setLabel(words.text("correct.people"));
    people.setMin(0);
    people.setMax(Limits.RESIDENTS);
    people.setStepButtonsVisible(true);
    people.setValue(Math.toIntExact(wrong.residents()));
    groups.setLabel(words.text("correct.groups"));
    groups.setItems(campaign.groups());
    groups.setItemLabelGenerator(Named::name);
    LinkedHashSet<Named> chosen = new LinkedHashSet<>(campaign.groups());
    chosen.removeIf(g -> !wrong.groups().contains(g.code()));
    groups.setValue(chosen);
    hamlet.setLabel(words.text("correct.hamlet"));
    hamlet.setItems(campaign.hamletList());
    hamlet.setItemLabelGenerator(h -> h == null ? "" : h.name());
    hamlet.setEmptySelectionAllowed(true);
    campaign.hamletList().stream()
        .filter(h -> h.code().equals(wrong.hamlet()))
        .findFirst()
        .ifPresent(hamlet::setValue);
    fields(activity, people, groups, hamlet);
    add(Panel.text(words.text("correct.note")));
    onSave(() ->
        people.getValue() != null
            && !people.isInvalid()
            && send.test(item(wrong, campaign.zone())));
  }

  private Map<String, Object> item(CheckInList.Row wrong, ZoneId zone) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", id);
    item.put("occurredAt", wrong.occurredAt().atZone(zone).toOffsetDateTime().toString());
    Named chosen = activity.getValue();
    item.put("activity", chosen == null ? wrong.activity() : chosen.code());
    Integer helped = people.getValue();
    item.put("residents", helped == null ? wrong.residents() : helped.longValue());
    List<String> codes = new ArrayList<>();
    groups.getValue().forEach(g -> codes.add(g.code()));
    item.put("groups", codes);
    Named place = hamlet.getValue();
    if (place != null) {
      item.put("hamlet", place.code());
    }
    Integer minutes = wrong.minutes();
    if (minutes != null) {
      item.put("minutes", minutes);
    }
    String ticket = wrong.helpRequest();
    if (ticket != null) {
      item.put("helpRequest", ticket);
    }
    item.put("clockOffset", 0); // The time was repaired when it was first entered.
    item.put("replaces", wrong.id());
    return item;
  }
}
