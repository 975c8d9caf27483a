package vn.gocua.kiosk.desk.notices;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.DeskFigures;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowButtons;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.desk.kit.WidgetTexts;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.content.NewNotice;
import vn.gocua.protocol.content.NoticeEndpoints;
import vn.gocua.protocol.content.NoticeList;

/** Publishes notices for the hall and the teams. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class NoticesPage extends DeskPage {

  private final TextArea text = new TextArea();
  private final DateTimePicker until = new DateTimePicker();
  private final CheckboxGroup<String> where = new CheckboxGroup<>();
  private final RowList<NoticeList.Row> list;
  private @Nullable Overview shown;

  public NoticesPage(DeskContext desk) {
    super(desk, "notices");
    text.setLabel(texts.get("notices.text"));
    text.setMaxLength(Limits.NOTICE);
    text.setValueChangeMode(ValueChangeMode.EAGER);
    text.addValueChangeListener(
        e -> text.setHelperText(texts.get("notices.left", Limits.NOTICE - e.getValue().length())));
    text.setWidthFull();
    until.setLabel(texts.get("notices.until"));
    WidgetTexts.times(texts, until);
    where.setLabel(texts.get("notices.where"));
    where.setItems("wall", "phones");
    where.setItemLabelGenerator(code -> texts.get("notices.where." + code));
    where.setValue(Set.of("wall", "phones"));
    list = new RowList<>(texts.get("notices.none"), this::item);
    add(
        new Panel(
            FormDialog.form(
                text,
                until,
                where,
                ButtonRow.primary(texts.get("notices.publish"), this::publish))),
        new Panel(texts.get("notices.all"), list));
  }

  @Override
  protected void show(Overview overview) {
    boolean first = shown == null;
    shown = overview;
    if (first) {
      LocalDateTime now = LocalDateTime.ofInstant(overview.now(), zone());
      until.setMin(now);
      until.setValue(now.toLocalDate().plusDays(1).atTime(17, 0));
      list();
    }
  }

  private ZoneId zone() {
    return shown == null ? ZoneId.systemDefault() : shown.campaign().zone();
  }

  private void publish() {
    LocalDateTime end = until.getValue();
    if (text.getValue().isBlank() || end == null || where.getValue().isEmpty()) {
      trouble(texts.get("notices.incomplete"));
      return;
    }
    NewNotice notice =
        new NewNotice(
            text.getValue().strip(),
            end.atZone(zone()).toOffsetDateTime(),
            List.copyOf(where.getValue()));
    if (attempt(() -> desk.engine().send(session.caller(), NoticeEndpoints.PUBLISH, notice))) {
      text.clear();
      say(texts.get("notices.published"));
      list();
    }
  }

  private void list() {
    attempt(() -> {
      list.show(desk.engine().call(session.caller(), NoticeEndpoints.READ_ALL).notices());
    });
  }

  private ListItem item(NoticeList.Row notice) {
    Instant now = shown == null ? desk.clock().instant() : shown.now();
    boolean withdrawn = Boolean.TRUE.equals(notice.withdrawn());
    boolean active = !withdrawn && notice.until().toInstant().isAfter(now);
    String places =
        notice.where().stream()
            .map(code -> texts.get("notices.where." + code))
            .collect(Collectors.joining(", "));
    String detail =
        texts.get(
            withdrawn ? "notices.withdrawn" : active ? "notices.active" : "notices.over",
            DeskFigures.moment(texts, notice.until().toInstant(), now, zone()),
            places,
            notice.by() == null ? "" : notice.by());
    ListItem item = RowList.row(active, new TitleAndDetail(notice.text(), detail));
    if (active) {
      item.add(
          new RowButtons(texts, notice.text())
              .danger("notices.withdraw", () -> withdraw(notice.id())));
    }
    return item;
  }

  private void withdraw(String id) {
    if (attempt(() -> desk.engine().call(session.caller(), NoticeEndpoints.WITHDRAW, id))) {
      say(texts.get("notices.withdrawn.said"));
      list();
    }
  }
}
