package vn.gocua.kiosk.desk.classes;

import com.vaadin.flow.component.html.ListItem;
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
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowButtons;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.StatusChip;
import vn.gocua.kiosk.desk.kit.StatusChip.Tone;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.feed.Campaign;

/** Classes to come and classes that were: schedule, change, cancel, see who comes. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ClassesPage extends DeskPage {
  static final String CLASSES = "/api/v1/classes";

  /** How many of those that are over are listed. */
  private static final int MOST_PAST = 60;

  private final RowList<Classes.Row> next;
  private final RowList<Classes.Row> past;
  private Instant now = Instant.EPOCH;
  private @Nullable Campaign campaign;

  public ClassesPage(DeskContext desk) {
    super(desk, "classes");
    heading(words.text("classes.title"), words.text("classes.text"));
    head().add(ButtonRow.primary(words.text("classes.schedule"), () -> edit(null)));
    next = new RowList<>(words.text("classes.none"), this::item);
    past = new RowList<>(words.text("classes.nonePast"), this::item);
    next.addClassName("classes-next");
    past.addClassName("classes-past");
    add(new Panel(words.text("classes.next"), next), new Panel(words.text("classes.past"), past));
  }

  @Override
  protected void show(Overview overview) {
    if (campaign == null) {
      campaign = overview.campaign();
      list();
    }
  }

  private void list() {
    attempt(() -> {
      Classes all = desk.engine().get(session.asker(), CLASSES + "?past=true", Classes.class);
      List<Classes.Row> coming = new ArrayList<>();
      List<Classes.Row> over = new ArrayList<>();
      all.classes()
          .forEach(c -> (c.endsAt().isAfter(all.at()) && !c.cancelled() ? coming : over).add(c));
      Collections.reverse(over);
      now = all.at();
      next.show(coming);
      past.show(over.stream().limit(MOST_PAST).toList());
    });
  }

  private ListItem item(Classes.Row row) {
    boolean full = row.seatsLeft() == 0;
    String where =
        row.hamlet() == null || campaign == null
            ? words.text("classes.placeForAll", row.place())
            : words.text("classes.placeOfHamlet", row.place(), campaign.hamletName(row.hamlet()));
    String seats =
        row.cancelled()
            ? words.text("classes.cancelled")
            : words.text(
                full ? "classes.full" : "classes.seatsTaken",
                words.count(row.taken()),
                words.count(row.seats()),
                words.count(row.seatsLeft()));
    return RowList.row(
        !row.cancelled() && row.endsAt().isAfter(now),
        TitleAndDetail.of(row.title())
            .strong(when(row))
            .detail(where)
            .status(new StatusChip(full ? Tone.WARNING : Tone.GOOD, seats)),
        acts(row));
  }

  private String when(Classes.Row row) {
    return words.text(
        "classes.when",
        words.weekday(row.startsAt().atZone(zone()).getDayOfWeek()),
        words.date(row.startsAt().atZone(zone()).toLocalDate()),
        words.clock(row.startsAt(), zone()),
        words.clock(row.endsAt(), zone()));
  }

  private RowButtons acts(Classes.Row row) {
    RowButtons acts = new RowButtons(words, row.title());
    if (row.taken() > 0) {
      acts.add("classes.comers", () -> askForComers(row));
    }
    if (!row.cancelled() && row.startsAt().isAfter(now)) {
      acts.add("classes.change", () -> edit(row)).danger("classes.cancel", () -> cancel(row));
    }
    return acts;
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
        attempt(() ->
            desk.engine()
                .post(
                    session.asker(),
                    "%s/%s/enrolments/%s/withdraw"
                        .formatted(
                            CLASSES, DeskEngine.part(row.id()), DeskEngine.part(comer.enrolment())),
                    Map.of()));
    if (done) {
      say(words.text("classes.gaveBack"));
      list();
    }
    return done;
  }
}
