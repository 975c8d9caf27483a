package vn.gocua.kiosk.desk.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.api.CheckIns;
import vn.gocua.kiosk.desk.kit.DeskWords;
import vn.gocua.kiosk.desk.kit.NarrowScreen;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.screen.Dom;

/** A team's check-ins, newest first; each can be taken back or corrected. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class CheckInsPanel extends Div {
  private final DeskWords words;
  private final Grid<CheckIns.Row> grid = new Grid<>();
  private final Select<Integer> day = new Select<>();
  private @Nullable Campaign campaign;
  private Instant now = Instant.EPOCH;
  private int today;
  private final NarrowScreen narrow = new NarrowScreen();

  /**
   * @param dayChosen told of another day; 0 for the latest of all days
   */
  CheckInsPanel(
      DeskWords words,
      Consumer<Integer> dayChosen,
      Consumer<CheckIns.Row> takeBack,
      Consumer<CheckIns.Row> correct) {
    this.words = words;
    addClassNames("panel", "check-ins");
    H2 heading = new H2(words.text("checkIns.title"));
    heading.addClassName("panel-title");
    day.setAriaLabel(words.text("checkIns.day"));
    day.setItemLabelGenerator(this::dayName);
    day.addValueChangeListener(
        e -> {
          if (e.isFromClient() && e.getValue() != null) {
            dayChosen.accept(e.getValue());
          }
        });
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setAriaLabel(words.text("checkIns.title"));
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setEmptyStateText(words.text("checkIns.none"));
    grid.setPartNameGenerator(r -> r.voided() == null ? null : "voided");
    grid.addComponentColumn(
            r -> narrow.is() ? new Div(what(r), when(r), acts(r, takeBack, correct)) : what(r))
        .setHeader(words.text("checkIns.what"))
        .setFlexGrow(3)
        .setWidth("11rem");
    grid.addColumn(r -> words.count(r.residents()))
        .setHeader(words.text("checkIns.people"))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("5rem")
        .setFlexGrow(0);
    Grid.Column<CheckIns.Row> when =
        grid.addComponentColumn(this::when)
            .setHeader(words.text("checkIns.when"))
            .setFlexGrow(1)
            .setWidth("8rem");
    Grid.Column<CheckIns.Row> acts =
        grid.addComponentColumn(r -> acts(r, takeBack, correct))
            .setHeader(words.text("checkIns.acts"))
            .setWidth("11rem")
            .setFlexGrow(0);
    narrow.hide(this, grid, List.of(when, acts));
    add(Dom.div("panel-head", heading, Dom.div("panel-tools", day)), grid);
  }

  private Div what(CheckIns.Row row) {
    Campaign known = campaign;
    Span name = Dom.span("row-title");
    name.setText(known == null ? row.activity() : known.activityName(row.activity()));
    List<String> more = new ArrayList<>();
    if (known != null && !row.groups().isEmpty()) {
      more.add(row.groups().stream().map(known::groupName).collect(Collectors.joining(", ")));
    }
    String hamlet = row.hamlet();
    if (known != null && hamlet != null) {
      more.add(known.hamletName(hamlet));
    }
    if (row.helpRequest() != null) {
      more.add(words.text("checkIns.ticket", row.helpRequest()));
    }
    if (row.channel() != null) {
      more.add(words.text("checkIns.paper"));
    }
    if (row.replaces() != null) {
      more.add(words.text("checkIns.correction"));
    }
    Span detail = Dom.span("row-detail");
    detail.setText(String.join(" · ", more));
    Div what = Dom.div("title-detail", name, detail);
    String reason = row.voided();
    if (reason != null && known != null) {
      Span voided = Dom.span("row-warning");
      String by = row.voidedBy() == null ? "" : who(row.voidedBy());
      voided.setText(
          words.text(
              row.replacedBy() == null ? "checkIns.voided" : "checkIns.replaced",
              words.text("reason." + reason),
              by,
              row.voidedAt() == null ? "" : words.moment(row.voidedAt(), now, known.zone())));
      what.add(voided);
    }
    return what;
  }

  /** A phone's id says nothing to a person. */
  private String who(String by) {
    return by.matches("[0-9a-f-]{36}") ? words.text("checkIns.byPhone") : by;
  }

  private Div when(CheckIns.Row row) {
    Span at = Dom.span("row-strong");
    Span received = Dom.span("row-detail");
    if (campaign != null) {
      at.setText(at(row, campaign.zone()));
      String got =
          words.text(
              "checkIns.received",
              words.moment(row.receivedAt(), row.occurredAt(), campaign.zone()));
      received.setText(row.ofADayOnly() ? words.text("checkIns.noHour") + " · " + got : got);
    }
    return Dom.div("title-detail", at, received);
  }

  private String at(CheckIns.Row row, ZoneId zone) {
    return row.ofADayOnly()
        ? words.date(row.occurredAt().atZone(zone).toLocalDate())
        : words.moment(row.occurredAt(), now, zone);
  }

  private Div acts(
      CheckIns.Row row, Consumer<CheckIns.Row> takeBack, Consumer<CheckIns.Row> correct) {
    if (row.voided() != null) {
      return new Div();
    }
    Button mend = new Button(words.text("checkIns.correct"), _ -> correct.accept(row));
    Button out = new Button(words.text("checkIns.takeBack"), _ -> takeBack.accept(row));
    mend.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    out.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY, ButtonVariant.ERROR);
    name(mend, row);
    name(out, row);
    mend.addClassName("correct");
    out.addClassName("take-back");
    return Dom.div("row-buttons", mend, out);
  }

  /** Says of which check-in, to whoever does not see the row. */
  private void name(Button button, CheckIns.Row row) {
    if (campaign != null) {
      button.setAriaLabel(
          words.text(
              "actOn",
              button.getText(),
              campaign.activityName(row.activity()) + ", " + at(row, campaign.zone())));
    }
  }

  void show(Campaign known, Instant time, int boardDay, List<CheckIns.Row> rows) {
    campaign = known;
    now = time;
    int last = Math.clamp(boardDay, 1, known.days());
    if (last != today) {
      today = last;
      Integer chosen = day.getValue();
      List<Integer> days = new ArrayList<>(List.of(0));
      IntStream.rangeClosed(1, last).map(i -> last + 1 - i).forEach(days::add);
      day.setItems(days);
      day.setValue(chosen == null ? Integer.valueOf(0) : chosen);
    }
    grid.setItems(rows);
  }

  private String dayName(@Nullable Integer number) {
    return number == null || number == 0 || campaign == null
        ? words.text("checkIns.latest")
        : words.text("figures.dayChoice", number, words.date(campaign.dateOf(number)));
  }
}
