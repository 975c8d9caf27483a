package vn.gocua.kiosk.desk.notices;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.kiosk.screen.Dom;

/** Tells the hall and the teams something, for a while. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class NoticesPage extends DeskPage {
  private static final int LONGEST = 280;

  private final TextArea text = new TextArea();
  private final DateTimePicker until = new DateTimePicker();
  private final CheckboxGroup<String> where = new CheckboxGroup<>();
  private final UnorderedList list = new UnorderedList();
  private @Nullable Overview shown;

  record Row(
      String id,
      String text,
      Instant until,
      List<String> where,
      Instant publishedAt,
      @Nullable String by,
      @Nullable Boolean withdrawn) {
    Row {
      Wire.require("notice", id, text, until, where, publishedAt);
    }
  }

  record All(List<Row> notices) {
    All {
      Wire.require("notices", notices);
    }
  }

  public NoticesPage(DeskContext desk) {
    super(desk, "notices");
    text.setLabel(words.text("notices.text"));
    text.setMaxLength(LONGEST);
    text.setValueChangeMode(ValueChangeMode.EAGER);
    text.addValueChangeListener(
        e ->
            text.setHelperText(
                words.text("notices.left", words.count(LONGEST - e.getValue().length()))));
    text.setWidthFull();
    until.setLabel(words.text("notices.until"));
    words.vietnameseTimes(until);
    where.setLabel(words.text("notices.where"));
    where.setItems("wall", "phones");
    where.setItemLabelGenerator(code -> words.text("notices.where." + code));
    where.setValue(Set.of("wall", "phones"));
    Button publish = new Button(words.text("notices.publish"), _ -> publish());
    publish.addThemeVariants(ButtonVariant.PRIMARY);
    H2 all = new H2(words.text("notices.all"));
    all.addClassName("panel-title");
    list.addClassName("row-list");
    add(
        Dom.div("panel", Dom.div("form-fields", text, until, where, publish)),
        Dom.div("panel", all, list));
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
      trouble(words.text("notices.incomplete"));
      return;
    }
    Map<String, Object> notice =
        Map.of(
            "text", text.getValue().strip(),
            "until", end.atZone(zone()).toOffsetDateTime().toString(),
            "where", List.copyOf(where.getValue()));
    if (attempt(() -> desk.engine().post(session.asker(), "/api/v1/notices", notice))) {
      text.clear();
      say(words.text("notices.published"));
      list();
    }
  }

  private void list() {
    attempt(
        () -> {
          All all = desk.engine().get(session.asker(), "/api/v1/notices/all", All.class);
          list.removeAll();
          all.notices().forEach(n -> list.add(item(n)));
          if (all.notices().isEmpty()) {
            list.add(new ListItem(words.text("notices.none")));
          }
        });
  }

  private ListItem item(Row notice) {
    Instant now = shown == null ? Instant.now() : shown.now();
    boolean withdrawn = Boolean.TRUE.equals(notice.withdrawn());
    boolean active = !withdrawn && notice.until().isAfter(now);
    Span said = Dom.span("row-title");
    said.setText(notice.text());
    Span detail = Dom.span("row-detail");
    String places =
        notice.where().stream()
            .map(code -> words.text("notices.where." + code))
            .collect(Collectors.joining(", "));
    detail.setText(
        words.text(
            withdrawn ? "notices.withdrawn" : active ? "notices.active" : "notices.over",
            words.moment(notice.until(), now, zone()),
            places,
            notice.by() == null ? "" : notice.by()));
    Div saying = Dom.div("title-detail", said, detail);
    ListItem item = new ListItem(saying);
    item.getElement().setAttribute("data-active", String.valueOf(active));
    if (active) {
      Button withdraw = new Button(words.text("notices.withdraw"), _ -> withdraw(notice.id()));
      withdraw.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY, ButtonVariant.ERROR);
      item.add(withdraw);
    }
    return item;
  }

  private void withdraw(String id) {
    if (attempt(
        () ->
            desk.engine()
                .post(
                    session.asker(),
                    "/api/v1/notices/" + DeskEngine.part(id) + "/withdraw",
                    Map.of()))) {
      say(words.text("notices.withdrawn.said"));
      list();
    }
  }
}
