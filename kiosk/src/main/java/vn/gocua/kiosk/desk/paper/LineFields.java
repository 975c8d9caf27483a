package vn.gocua.kiosk.desk.paper;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.gocua.base.text.FoldedText;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/** Fields of one line of a paper sheet, with its verdict. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class LineFields extends Div {
  private static final int MOST_TIMES = 100;

  /** The one activity without residents. */
  private static final String ON_DUTY = "on-duty";

  private final Texts texts;
  private final int number;
  private final ComboBox<Named> activity = new ComboBox<>();
  private final IntegerField people = new IntegerField();
  private final IntegerField times = new IntegerField();
  private final CheckboxGroup<Named> groups = new CheckboxGroup<>();
  private final Span outcome = Dom.span("paper-outcome");

  LineFields(
      Texts texts,
      CampaignInfo campaign,
      int number,
      Consumer<LineFields> strike,
      Runnable changed) {
    this.texts = texts;
    this.number = number;
    addClassName("paper-line");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", texts.get("paper.line", number));
    Span which = Dom.span("paper-number");
    which.setText(String.valueOf(number));
    activity.setLabel(texts.get("paper.activity"));
    activity.setItems((a, typed) -> FoldedText.holds(a.name(), typed), campaign.activities());
    activity.setItemLabelGenerator(Named::name);
    people.setLabel(texts.get("paper.people"));
    people.setMin(0);
    people.setMax(Limits.RESIDENTS);
    people.setValue(1);
    people.setAutoselect(true);
    times.setLabel(texts.get("paper.times"));
    times.setMin(1);
    times.setMax(MOST_TIMES);
    times.setValue(1);
    times.setAutoselect(true);
    groups.setLabel(texts.get("paper.groups"));
    groups.setItems(campaign.groups());
    groups.setItemLabelGenerator(Named::name);
    Button away = new Button("×", _ -> strike.accept(this));
    away.setAriaLabel(texts.get("paper.strike", number));
    away.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    away.addClassName("paper-strike");
    outcome.getElement().setAttribute("role", "status");
    activity.addValueChangeListener(e -> {
      boolean onDuty = e.getValue() != null && e.getValue().code().equals(ON_DUTY);
      if (onDuty) {
        people.setValue(0);
      } else if (Integer.valueOf(0).equals(people.getValue())) {
        people.setValue(1);
      }
      changed.run();
    });
    people.addValueChangeListener(_ -> changed.run());
    times.addValueChangeListener(_ -> changed.run());
    add(which, activity, people, times, groups, away, outcome);
  }

  void focus() {
    activity.focus();
  }

  boolean blank() {
    return activity.getValue() == null;
  }

  int number() {
    return number;
  }

  /** The typed line; empty if it is incomplete, which it shows. */
  Optional<PaperSheet.Line> line() {
    Named chosen = activity.getValue();
    Integer helped = people.getValue();
    Integer often = times.getValue();
    if (chosen == null
        || helped == null
        || often == null
        || people.isInvalid()
        || times.isInvalid()) {
      judged("wrong", texts.get("paper.lineWrong"));
      return Optional.empty();
    }
    List<String> codes = new ArrayList<>();
    groups.getValue().forEach(g -> codes.add(g.code()));
    return Optional.of(new PaperSheet.Line(number, chosen.code(), helped, codes, often));
  }

  int sumOfPeople() {
    Integer helped = people.getValue();
    return blank() || helped == null ? 0 : helped * sumOfTimes();
  }

  int sumOfTimes() {
    Integer often = times.getValue();
    return blank() || often == null ? 0 : often;
  }

  /**
   * Shows the verdict.
   *
   * @param code {@code accepted}, {@code duplicate}, {@code conflict}, {@code rejected}, {@code
   *     later}, {@code wrong}, or empty for none yet
   */
  void judged(String code, String text) {
    getElement().setAttribute("data-outcome", code);
    Dom.text(outcome, text);
    boolean kept = code.equals("accepted") || code.equals("duplicate");
    activity.setReadOnly(kept);
    people.setReadOnly(kept);
    times.setReadOnly(kept);
    groups.setReadOnly(kept);
  }

  boolean kept() {
    return activity.isReadOnly();
  }
}
