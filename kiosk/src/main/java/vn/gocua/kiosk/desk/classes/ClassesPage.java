package vn.gocua.kiosk.desk.classes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import vn.gocua.kiosk.desk.requests.ReadingDialog;
import vn.gocua.protocol.body.Patch;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.client.Query;
import vn.gocua.protocol.learning.ClassChange;
import vn.gocua.protocol.learning.ClassList;
import vn.gocua.protocol.learning.ClassOrder;
import vn.gocua.protocol.learning.LearnerList;
import vn.gocua.protocol.learning.LearningEndpoints;
import vn.gocua.protocol.reading.ReadingEndpoints;

/** Classes, past and future: schedule, change, cancel, list the attendees. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class ClassesPage extends DeskPage {

  /** Number of listed past classes. */
  private static final int MOST_PAST = 60;

  /** Why leaders read who comes, the likeliest first. */
  private static final List<String> READINGS =
      List.of("class", "call-back", "complaint", "data-request", "other");

  private final RowList<ClassList.Row> next;
  private final RowList<ClassList.Row> past;
  private final Div sheet = new Div();
  private Instant now = Instant.EPOCH;
  private @Nullable CampaignInfo campaign;

  public ClassesPage(DeskContext desk) {
    super(desk, "classes");
    heading(texts.get("classes.title"), texts.get("classes.text"));
    head().add(ButtonRow.primary(texts.get("classes.schedule"), () -> edit(null)));
    next = new RowList<>(texts.get("classes.none"), this::item);
    past = new RowList<>(texts.get("classes.nonePast"), this::item);
    next.addClassName("classes-next");
    past.addClassName("classes-past");
    add(
        new Panel(texts.get("classes.next"), next),
        new Panel(texts.get("classes.past"), past),
        sheet);
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
      ClassList all =
          desk.engine().call(session.caller(), LearningEndpoints.READ, Query.of("past", true));
      List<ClassList.Row> coming = new ArrayList<>();
      List<ClassList.Row> over = new ArrayList<>();
      all.classes()
          .forEach(c -> (c.endsAt().isAfter(all.at()) && !c.cancelled() ? coming : over).add(c));
      Collections.reverse(over);
      now = all.at().toInstant();
      next.show(coming);
      past.show(over.stream().limit(MOST_PAST).toList());
    });
  }

  private ListItem item(ClassList.Row row) {
    boolean full = row.seatsLeft() == 0;
    String seats =
        row.cancelled()
            ? texts.get("classes.cancelled")
            : texts.get(
                full ? "classes.full" : "classes.seatsTaken",
                row.taken(),
                row.seats(),
                row.seatsLeft());
    return RowList.row(
        !row.cancelled() && row.endsAt().toInstant().isAfter(now),
        TitleAndDetail.of(row.title())
            .strong(when(row))
            .detail(where(row))
            .status(new StatusChip(full ? Tone.WARNING : Tone.GOOD, seats)),
        acts(row));
  }

  private String where(ClassList.Row row) {
    return row.hamlet() == null || campaign == null
        ? texts.get("classes.placeForAll", row.place())
        : texts.get("classes.placeOfHamlet", row.place(), campaign.hamletName(row.hamlet()));
  }

  private String when(ClassList.Row row) {
    return texts.get(
        "classes.when",
        texts.figures().weekday(row.startsAt().atZoneSameInstant(zone()).getDayOfWeek()),
        texts.figures().date(row.startsAt().atZoneSameInstant(zone()).toLocalDate()),
        texts.figures().clock(row.startsAt().toInstant(), zone()),
        texts.figures().clock(row.endsAt().toInstant(), zone()));
  }

  private RowButtons acts(ClassList.Row row) {
    RowButtons acts = new RowButtons(texts, row.title());
    if (row.taken() > 0) {
      acts.add("classes.comers", () -> askForAttendees(row));
    }
    if (!row.cancelled() && row.startsAt().toInstant().isAfter(now)) {
      acts.add("classes.change", () -> edit(row)).danger("classes.cancel", () -> cancel(row));
    }
    return acts;
  }

  private ZoneId zone() {
    return campaign == null ? ZoneId.systemDefault() : campaign.zone();
  }

  private void edit(ClassList.@Nullable Row row) {
    Overview known = overview();
    if (known != null) {
      new ClassDialog(texts, known, row, item -> send(row, item)).open();
    }
  }

  private boolean send(ClassList.@Nullable Row row, ClassOrder item) {
    boolean done =
        attempt(() -> {
          var _ =
              row == null
                  ? desk.engine().send(session.caller(), LearningEndpoints.SCHEDULE, item)
                  : desk.engine()
                      .send(session.caller(), LearningEndpoints.CHANGE, change(item), row.id());
        });
    if (done) {
      say(texts.get(row == null ? "classes.scheduled" : "classes.changed"));
      list();
    }
    return done;
  }

  /** A class without a hamlet is open to the whole commune. */
  private static ClassChange change(ClassOrder item) {
    return new ClassChange(
        item.title(),
        item.hamlet() == null ? new Patch.Clear<>() : new Patch.Set<>(item.hamlet()),
        item.place(),
        item.startsAt(),
        item.endsAt(),
        item.seats());
  }

  private void cancel(ClassList.Row row) {
    new ConfirmDialog(
            texts,
            texts.get("classes.cancel.title", row.title()),
            row.taken() == 0
                ? texts.get("classes.cancel.text")
                : texts.get("classes.cancel.textTaken", row.taken()),
            texts.get("classes.cancel"),
            () -> {
              if (attempt(
                  () -> desk.engine().call(session.caller(), LearningEndpoints.CANCEL, row.id()))) {
                say(texts.get("classes.cancelled.said"));
                list();
              }
            })
        .warning()
        .open();
  }

  private void askForAttendees(ClassList.Row row) {
    new ReadingDialog(
            texts,
            texts.get("classes.comers.title", row.title()),
            READINGS,
            why ->
                attempt(() -> {
                  AttendeesDialog dialog =
                      new AttendeesDialog(
                          texts,
                          row,
                          desk.engine()
                              .send(session.caller(), ReadingEndpoints.ATTENDEES, why, row.id()),
                          this::cancelSeat,
                          attendees -> print(row, attendees));
                  dialog.addClosedListener(_ -> sheet.removeAll());
                  dialog.open();
                }))
        .open();
  }

  /** The list is on the page for printers, and gone with the dialog. */
  private void print(ClassList.Row row, List<LearnerList.Row> attendees) {
    sheet.removeAll();
    AttendeesSheet list =
        new AttendeesSheet(texts, row.title(), when(row) + " · " + where(row), attendees);
    sheet.add(list);
    list.print();
  }

  private boolean cancelSeat(ClassList.Row row, LearnerList.Row attendee) {
    boolean done =
        attempt(() ->
            desk.engine()
                .sendAsIs(
                    session.caller(),
                    LearningEndpoints.CANCEL_SEAT,
                    "{}", // Leaders need no secret.
                    row.id(),
                    attendee.enrolment()));
    if (done) {
      say(texts.get("classes.gaveBack"));
      list();
    }
    return done;
  }
}
