package vn.gocua.kiosk.desk.roster;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.campaign.CampaignInfo.Named;
import vn.gocua.protocol.campaign.RosterInfo;
import vn.gocua.protocol.campaign.RosterOrder;

/** A team's row, to be filled in or changed. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class TeamDialog extends FormDialog {
  private final Texts texts;
  private final TextField code = new TextField();
  private final TextField name = new TextField();
  private final IntegerField members = new IntegerField();
  private final MultiSelectComboBox<Named> hamlets = new MultiSelectComboBox<>();
  private final TextField hall = new TextField();
  private final TextField hours = new TextField();
  private final TextField phone = new TextField();

  /**
   * @param team null for a new one
   * @param save returns whether it was saved; only then does the dialog go
   */
  TeamDialog(
      Texts texts,
      RosterInfo roster,
      RosterInfo.@Nullable Team team,
      Predicate<RosterOrder.Team> save) {
    super(
        texts,
        team == null ? texts.get("roster.add") : texts.get("roster.edit", team.name()),
        texts.get("roster.save"));
    this.texts = texts;
    addClassName("roster-team");
    label(code, "code", 40);
    label(name, "name", Limits.TEAM_NAME);
    label(hall, "hall", Limits.TEAM_TEXT);
    label(hours, "hours", Limits.TEAM_TEXT);
    label(phone, "phone", 25);
    members.setLabel(texts.get("roster.members"));
    members.setMin(1);
    members.setMax(Limits.MEMBERS);
    members.setStepButtonsVisible(true);
    hamlets.setLabel(texts.get("roster.hamlets"));
    hamlets.setItems((hamlet, typed) -> FoldedText.holds(hamlet.name(), typed), roster.hamlets());
    hamlets.setItemLabelGenerator(Named::name);
    code.setReadOnly(team != null);
    code.setHelperText(texts.get("roster.code.rule"));
    phone.setHelperText(texts.get("roster.phone.rule"));
    if (team == null) {
      members.setValue(5);
    } else {
      fill(roster, team);
    }
    Paragraph count = new Paragraph(texts.get("roster.members.rule"));
    count.addClassName("row-detail");
    fields(code, name, members, count, hamlets, hall, hours, phone);
    onSave(() -> isWhole() && save.test(team()));
  }

  private void label(TextField field, String key, int longest) {
    field.setLabel(texts.get("roster." + key));
    field.setMaxLength(longest);
  }

  private void fill(RosterInfo roster, RosterInfo.Team team) {
    code.setValue(team.code());
    name.setValue(team.name());
    members.setValue(team.members());
    hamlets.setValue(
        roster.hamlets().stream().filter(h -> team.hamlets().contains(h.code())).toList());
    hall.setValue(Objects.requireNonNullElse(team.hall(), ""));
    hours.setValue(Objects.requireNonNullElse(team.hours(), ""));
    phone.setValue(Objects.requireNonNullElse(team.phone(), ""));
  }

  private boolean isWhole() {
    mark(code, code.getValue().matches("[A-Za-z0-9][A-Za-z0-9-]{0,39}"));
    mark(name, !name.getValue().isBlank());
    boolean counted = members.getValue() != null && !members.isInvalid();
    hamlets.setErrorMessage(texts.get("roster.hamlets.need"));
    hamlets.setInvalid(hamlets.getValue().isEmpty());
    return !code.isInvalid() && !name.isInvalid() && counted && !hamlets.isInvalid();
  }

  private void mark(TextField field, boolean right) {
    field.setErrorMessage(texts.get("roster.need"));
    field.setInvalid(!right);
  }

  private RosterOrder.Team team() {
    List<String> served = new ArrayList<>();
    hamlets.getValue().forEach(hamlet -> served.add(hamlet.code()));
    return new RosterOrder.Team(
        code.getValue().strip(),
        name.getValue().strip(),
        members.getValue(),
        served.stream().sorted().toList(),
        orNull(hall),
        orNull(hours),
        orNull(phone));
  }

  private static @Nullable String orNull(TextField field) {
    return field.getValue().isBlank() ? null : field.getValue().strip();
  }
}
