package vn.gocua.kiosk.desk.screens;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.kiosk.screen.Dom;

/** Screens that residents use: each shows a code until a leader lets it serve. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ScreensPage extends DeskPage {
  private static final Duration SPARING = Duration.ofSeconds(3);

  private final TextField code = new TextField();
  private final TextField place = new TextField();
  private final UnorderedList list = new UnorderedList();
  private List<Row> listed = List.of();
  private Instant listedAt = Instant.MIN;
  private @Nullable Overview shown;

  record Row(String screen, String status, Instant offeredAt, @Nullable String place) {
    Row {
      Wire.require("screen", screen, status, offeredAt);
    }
  }

  record All(List<Row> screens) {
    All {
      Wire.require("screens", screens);
      screens = List.copyOf(screens);
    }
  }

  public ScreensPage(DeskContext desk) {
    super(desk, "screens");
    code.setLabel(words.text("screens.code"));
    place.setLabel(words.text("screens.place"));
    place.setMaxLength(60);
    Button accept = new Button(words.text("screens.accept"), _ -> accept());
    accept.addThemeVariants(ButtonVariant.PRIMARY);
    H2 heading = new H2(words.text("screens.list"));
    heading.addClassName("panel-title");
    list.addClassName("row-list");
    add(
        Dom.div(
            "panel",
            new Paragraph(words.text("screens.text")),
            Dom.div("button-row", code, place, accept)),
        Dom.div("panel", heading, list));
  }

  @Override
  protected void show(Overview overview) {
    shown = overview;
    Instant now = desk.clock().instant();
    if (!now.isBefore(listedAt.plus(SPARING))) {
      listedAt = now;
      attempt(this::list);
    }
  }

  private void list() {
    List<Row> now = desk.engine().get(session.asker(), "/api/v1/screens", All.class).screens();
    if (now.equals(listed) && list.getComponentCount() > 0) {
      return;
    }
    listed = now;
    list.removeAll();
    now.forEach(row -> list.add(item(row)));
    if (now.isEmpty()) {
      list.add(new ListItem(words.text("screens.none")));
    }
  }

  private ListItem item(Row row) {
    Span name = Dom.span("row-title");
    String where = row.place();
    name.setText(where == null || where.isBlank() ? row.screen() : row.screen() + " · " + where);
    Span detail = Dom.span("row-detail");
    String since =
        shown == null
            ? ""
            : words.date(row.offeredAt().atZone(shown.campaign().zone()).toLocalDate());
    String status =
        switch (row.status()) {
          case "accepted", "revoked" -> row.status();
          default -> "other";
        };
    detail.setText(words.text("screens.status." + status, since));
    Div text = Dom.div("title-detail", name, detail);
    ListItem item = new ListItem(text);
    boolean serves = row.status().equals("accepted");
    item.getElement().setAttribute("data-active", String.valueOf(serves));
    if (serves) {
      Button out = new Button(words.text("screens.revoke"), _ -> revoke(row.screen()));
      out.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY, ButtonVariant.ERROR);
      item.add(out);
    }
    return item;
  }

  private void accept() {
    String typed = code.getValue().strip();
    if (typed.isEmpty()) {
      trouble(words.text("screens.codeFirst"));
      return;
    }
    Map<String, String> body =
        place.getValue().isBlank() ? Map.of() : Map.of("place", place.getValue().strip());
    if (attempt(
        () ->
            desk.engine()
                .post(
                    session.asker(),
                    "/api/v1/screens/" + DeskEngine.part(typed) + "/accept",
                    body))) {
      code.clear();
      place.clear();
      say(words.text("screens.accepted"));
      attempt(this::list);
    }
  }

  private void revoke(String screen) {
    if (attempt(
        () ->
            desk.engine().delete(session.asker(), "/api/v1/screens/" + DeskEngine.part(screen)))) {
      say(words.text("screens.revoked"));
      attempt(this::list);
    }
  }
}
