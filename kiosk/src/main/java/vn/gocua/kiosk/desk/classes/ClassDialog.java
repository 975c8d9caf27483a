package vn.gocua.kiosk.desk.classes;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.kiosk.desk.kit.WidgetTexts;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.campaign.CampaignInfo.Named;
import vn.gocua.protocol.learning.ClassList;
import vn.gocua.protocol.learning.ClassOrder;

/** Form of one class, new or existing. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class ClassDialog extends FormDialog {
  private static final LocalTime EVENING = LocalTime.of(19, 30);
  private static final LocalTime LATE = LocalTime.of(21, 0);

  private final Texts texts;
  private final ZoneId zone;
  private final ClassList.@Nullable Row row;
  private final TextField title = new TextField();
  private final Select<Named> hamlet = new Select<>();
  private final TextField place = new TextField();
  private final DatePicker day = new DatePicker();
  private final TimePicker from = new TimePicker();
  private final TimePicker to = new TimePicker();
  private final IntegerField seats = new IntegerField();
  private final Verdict wrong = new Verdict();

  /** Made once, so that a second try schedules the same class. */
  private final String id = UUID.randomUUID().toString();

  /**
   * @param row the class to change; null for a new one
   * @param send sends it; false if that did not work
   */
  ClassDialog(
      Texts texts, Overview overview, ClassList.@Nullable Row row, Predicate<ClassOrder> send) {
    super(
        texts,
        texts.get(row == null ? "classes.schedule" : "classes.change.title"),
        texts.get(row == null ? "classes.schedule.act" : "classes.save"));
    this.texts = texts;
    this.row = row;
    zone = overview.campaign().zone();
    fill(overview);
    fields(title, hamlet, place, new ButtonRow(day, from, to), seats, wrong);
    onSave(() -> complete() && send.test(item()));
  }

  private void fill(Overview overview) {
    title.setLabel(texts.get("classes.field.title"));
    title.setMaxLength(Limits.TITLE);
    hamlet.setLabel(texts.get("classes.field.hamlet"));
    hamlet.setItems(overview.campaign().hamletList());
    hamlet.setItemLabelGenerator(h -> h == null ? texts.get("classes.forAll") : h.name());
    hamlet.setEmptySelectionAllowed(true);
    hamlet.setEmptySelectionCaption(texts.get("classes.forAll"));
    place.setLabel(texts.get("classes.field.place"));
    place.setMaxLength(Limits.PLACE);
    WidgetTexts.dates(texts, day);
    day.setLabel(texts.get("classes.field.day"));
    from.setLabel(texts.get("classes.field.from"));
    to.setLabel(texts.get("classes.field.to"));
    for (TimePicker picker : java.util.List.of(from, to)) {
      picker.setLocale(WidgetTexts.VIET_NAM);
      picker.setStep(Duration.ofMinutes(15));
    }
    seats.setLabel(texts.get("classes.field.seats"));
    seats.setMin(1);
    seats.setMax(Limits.SEATS);
    seats.setStepButtonsVisible(true);
    LocalDate today = overview.now().atZone(zone).toLocalDate();
    day.setMin(today);
    if (row == null) {
      day.setValue(today.plusDays(1));
      from.setValue(EVENING);
      to.setValue(LATE);
      seats.setValue(30);
      return;
    }
    title.setValue(row.title());
    overview.campaign().hamletList().stream()
        .filter(h -> h.code().equals(row.hamlet()))
        .findFirst()
        .ifPresent(hamlet::setValue);
    place.setValue(row.place());
    ZonedDateTime begin = row.startsAt().atZoneSameInstant(zone);
    day.setValue(begin.toLocalDate());
    from.setValue(begin.toLocalTime());
    to.setValue(row.endsAt().atZoneSameInstant(zone).toLocalTime());
    seats.setValue(row.seats());
  }

  private boolean complete() {
    String why =
        title.getValue().isBlank() || place.getValue().isBlank()
            ? "classes.incomplete"
            : day.getValue() == null
                    || day.isInvalid()
                    || from.getValue() == null
                    || to.getValue() == null
                ? "classes.whenMissing"
                : !to.getValue().isAfter(from.getValue())
                    ? "classes.endsFirst"
                    : seats.getValue() == null || seats.isInvalid() ? "classes.seatsWrong" : "";
    Dom.visible(wrong, false);
    if (!why.isEmpty()) {
      wrong.bad(texts.get(why));
    }
    return why.isEmpty();
  }

  private ClassOrder item() {
    Named chosen = hamlet.getValue();
    return new ClassOrder(
        id,
        title.getValue().strip(),
        chosen == null ? null : chosen.code(),
        place.getValue().strip(),
        at(from.getValue()),
        at(to.getValue()),
        seats.getValue());
  }

  private String at(LocalTime time) {
    return day.getValue().atTime(time).atZone(zone).toOffsetDateTime().toString();
  }
}
