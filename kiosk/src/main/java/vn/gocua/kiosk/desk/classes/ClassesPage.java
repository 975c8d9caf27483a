package vn.gocua.kiosk.desk.classes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.api.Classes;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.screen.Dom;

/** Classes to come and classes that were: schedule, change, cancel, see who comes. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ClassesPage extends DeskPage {
  static final String CLASSES = "/api/v1/classes";

  /** How many of those that are over are listed. */
  private static final int MOST_PAST = 60;

  private final UnorderedList next = new UnorderedList();
  private final UnorderedList past = new UnorderedList();
  private @Nullable Campaign campaign;

  public ClassesPage(DeskContext desk) {
    super(desk, "classes");
    heading(words.text("classes.title"), words.text("classes.text"));
    Button schedule = new Button(words.text("classes.schedule"), _ -> edit(null));
    schedule.addThemeVariants(ButtonVariant.PRIMARY);
    head().add(schedule);
    next.addClassNames("row-list", "classes-next");
    past.addClassNames("row-list", "classes-past");
    add(panel("classes.next", next), panel("classes.past", past));
  }

  private Div panel(String title, UnorderedList list) {
    H2 heading = new H2(words.text(title));
    heading.addClassName("panel-title");
    return Dom.div("panel", heading, list);
  }

  @Override
  protected void show(Overview overview) {
    if (campaign == null) {
      campaign = overview.campaign();
      list();
    }
  }

  private void list() {
    attempt(
        () -> {
          Classes all = desk.engine().get(session.asker(), CLASSES + "?past=true", Classes.class);
          List<Classes.Row> coming = new ArrayList<>();
          List<Classes.Row> over = new ArrayList<>();
          all.classes()
              .forEach(
                  c -> (c.endsAt().isAfter(all.at()) && !c.cancelled() ? coming : over).add(c));
          Collections.reverse(over);
          fill(next, coming, "classes.none", all.at());
          fill(past, over.stream().limit(MOST_PAST).toList(), "classes.nonePast", all.at());
        });
  }

  private void fill(UnorderedList list, List<Classes.Row> rows, String none, Instant now) {
    list.removeAll();
    rows.forEach(row -> list.add(item(row, now)));
    if (rows.isEmpty()) {
      list.add(new ListItem(words.text(none)));
    }
  }

  private ListItem item(Classes.Row row, Instant now) {
    Span title = Dom.span("row-title");
    title.setText(row.title());
    Span when = Dom.span("row-strong");
    when.setText(when(row));
    Span where = Dom.span("row-detail");
    where.setText(
        row.hamlet() == null || campaign == null
            ? words.text("classes.placeForAll", row.place())
            : words.text("classes.placeOfHamlet", row.place(), campaign.hamletName(row.hamlet())));
    Span seats = Dom.span("status-chip");
    seats.setText(
        row.cancelled()
            ? words.text("classes.cancelled")
            : words.text(
                row.seatsLeft() == 0 ? "classes.full" : "classes.seatsTaken",
                words.count(row.taken()),
                words.count(row.seats()),
                words.count(row.seatsLeft())));
    seats.getElement().setAttribute("data-tone", row.seatsLeft() == 0 ? "warning" : "good");
    ListItem item =
        new ListItem(Dom.div("title-detail", title, when, where, seats), acts(row, now));
    item.getElement()
        .setAttribute("data-active", String.valueOf(!row.cancelled() && row.endsAt().isAfter(now)));
    return item;
  }

  private String when(Classes.Row row) {
    return words.text(
        "classes.when",
        words.weekday(row.startsAt().atZone(zone()).getDayOfWeek()),
        words.date(row.startsAt().atZone(zone()).toLocalDate()),
        words.clock(row.startsAt(), zone()),
        words.clock(row.endsAt(), zone()));
  }

  private Div acts(Classes.Row row, Instant now) {
    Div acts = Dom.div("row-buttons");
    if (row.taken() > 0) {
      acts.add(act("classes.comers", row, () -> askForComers(row)));
    }
    if (!row.cancelled() && row.startsAt().isAfter(now)) {
      acts.add(act("classes.change", row, () -> edit(row)));
      Button cancel = act("classes.cancel", row, () -> cancel(row));
      cancel.addThemeVariants(ButtonVariant.ERROR);
      acts.add(cancel);
    }
    return acts;
  }

  private Button act(String text, Classes.Row row, Runnable what) {
    Button act = new Button(words.text(text), _ -> what.run());
    act.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    act.setAriaLabel(words.text("actOn", words.text(text), row.title()));
    return act;
  }

  private ZoneId zone() {
    return campaign == null ? ZoneId.systemDefault() : campaign.zone();
  }

  private void edit(Classes.@Nullable Row row) {
    Overview known = overview();
    if (known != null) {
      new ClassDialog(words, known, row, item -> send(row, item)).open();
    }
  }

  private boolean send(Classes.@Nullable Row row, Map<String, @Nullable Object> item) {
    String path = row == null ? CLASSES : CLASSES + "/" + DeskEngine.part(row.id()) + "/change";
    boolean done = attempt(() -> desk.engine().post(session.asker(), path, item));
    if (done) {
      say(words.text(row == null ? "classes.scheduled" : "classes.changed"));
      list();
    }
    return done;
  }

  private void cancel(Classes.Row row) {
    new ConfirmDialog(
            words,
            words.text("classes.cancel.title", row.title()),
            row.taken() == 0
                ? words.text("classes.cancel.text")
                : words.text("classes.cancel.textTaken", words.count(row.taken())),
            words.text("classes.cancel"),
            () -> {
              if (attempt(
                  () ->
                      desk.engine()
                          .post(
                              session.asker(),
                              CLASSES + "/" + DeskEngine.part(row.id()) + "/cancel",
                              Map.of()))) {
                say(words.text("classes.cancelled.said"));
                list();
              }
            })
        .warning()
        .open();
  }

  private void askForComers(Classes.Row row) {
    new ConfirmDialog(
            words,
            words.text("classes.comers.title", row.title()),
            words.text("requests.contact.text"),
            words.text("requests.contact.act"),
            () -> attempt(() -> new ComersDialog(desk, session, words, row, this::giveBack).open()))
        .open();
  }

  private boolean giveBack(Classes.Row row, Classes.Comer comer) {
    boolean done =
        attempt(
            () ->
                desk.engine()
                    .post(
                        session.asker(),
                        "%s/%s/enrolments/%s/withdraw"
                            .formatted(
                                CLASSES,
                                DeskEngine.part(row.id()),
                                DeskEngine.part(comer.enrolment())),
                        Map.of()));
    if (done) {
      say(words.text("classes.gaveBack"));
      list();
    }
    return done;
  }
}
