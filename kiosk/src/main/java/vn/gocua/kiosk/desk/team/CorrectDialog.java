package vn.gocua.kiosk.desk.team;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashSet;
import java.util.UUID;
import java.util.function.Predicate;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;
import vn.gocua.protocol.checkin.CheckInItem;
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
      Texts texts, CampaignInfo campaign, CheckInList.Row wrong, Predicate<CheckInItem> send) {
    super(texts, texts.get("correct.title"), texts.get("correct.act"));
    activity.setLabel(texts.get("correct.activity"));
    activity.setItems(campaign.activities());
    activity.setItemLabelGenerator(Named::name);
    campaign.activities().stream()
        .filter(a -> a.code().equals(wrong.activity()))
        .findFirst()
        .ifPresent(activity::setValue);
    people.setLabel(texts.get("correct.people"));
    people.setMin(0);
    people.setMax(Limits.RESIDENTS);
    people.setStepButtonsVisible(true);
    people.setValue(Math.toIntExact(wrong.residents()));
    groups.setLabel(texts.get("correct.groups"));
    groups.setItems(campaign.groups());
    groups.setItemLabelGenerator(Named::name);
    LinkedHashSet<Named> chosen = new LinkedHashSet<>(campaign.groups());
    chosen.removeIf(g -> !wrong.groups().contains(g.code()));
    groups.setValue(chosen);
    hamlet.setLabel(texts.get("correct.hamlet"));
    hamlet.setItems(campaign.hamletList());
    hamlet.setItemLabelGenerator(h -> h == null ? "" : h.name());
    hamlet.setEmptySelectionAllowed(true);
    campaign.hamletList().stream()
        .filter(h -> h.code().equals(wrong.hamlet()))
        .findFirst()
        .ifPresent(hamlet::setValue);
    fields(activity, people, groups, hamlet);
    add(Panel.text(texts.get("correct.note")));
    onSave(() ->
        people.getValue() != null
            && !people.isInvalid()
            && send.test(item(wrong, people.getValue())));
  }

  private CheckInItem item(CheckInList.Row wrong, Integer helped) {
    Named chosen = activity.getValue();
    Named place = hamlet.getValue();
    return wrong.corrected(
        id,
        chosen == null ? wrong.activity() : chosen.code(),
        helped,
        groups.getValue().stream().map(Named::code).toList(),
        place == null ? null : place.code());
  }
}
