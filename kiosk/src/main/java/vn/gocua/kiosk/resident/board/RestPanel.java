package vn.gocua.kiosk.resident.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.feed.FeedState.Picture;
import vn.gocua.kiosk.resident.shelf.ClassRow;
import vn.gocua.kiosk.resident.shell.Hall;
import vn.gocua.kiosk.resident.shell.Parts;
import vn.gocua.kiosk.resident.shell.Words;

/**
 * What the screen shows while nobody is there: the campaign, calmly, and that it may be touched.
 */
@SuppressWarnings("serial")
public final class RestPanel extends Live {
  private final Counters counters;
  private final H1 name = new H1("");
  private final Span place = Parts.span("rest-place", "");
  private final Span mark = Parts.span("brand-mark", "");
  private final Hall hall;
  private final Words words;
  private final Span lesson = Parts.span("rest-class-title", "");
  private final Span lessonTime = Parts.span("rest-class-time", "");
  private final Div nextClass;

  public RestPanel(Hall hall, Words words) {
    super(hall);
    this.hall = hall;
    this.words = words;
    addClassName("rest");
    name.addClassName("rest-name");
    counters = new Counters(words);
    Div offers = Parts.div("rest-offers");
    for (String offer : words.text("rest.offers").split("\n", -1)) {
      offers.add(Parts.span("rest-offer", offer));
    }
    nextClass =
        Parts.div(
            "rest-class",
            Parts.span("rest-class-name", words.text("rest.class")),
            lesson,
            lessonTime);
    add(
        Parts.div("rest-head", Parts.div("emblem"), Parts.div("rest-titles", name, place, mark)),
        counters,
        Parts.div("rest-words", offers, nextClass),
        Parts.button("rest-touch", words.text("rest.touch"), () -> {}));
  }

  /** The next class that somebody may still come to. */
  private Optional<ClassRow> soonest() {
    Instant now = hall.clock().instant();
    return hall.shelf().classes().stream()
        .filter(
            row -> row.isOpen() && OffsetDateTime.parse(row.startsAt()).toInstant().isAfter(now))
        .findFirst();
  }

  @Override
  void show(FeedState state) {
    Optional<ClassRow> next = soonest();
    nextClass.setVisible(next.isPresent());
    next.ifPresent(row -> {
      lesson.setText(row.title());
      lessonTime.setText(row.time(words.locale()));
    });
    Picture picture = state.picture();
    counters.setVisible(picture != null && state.signal() == FeedState.Signal.LIVE);
    if (picture != null) {
      name.setText(picture.campaign().name());
      place.setText(picture.campaign().place() == null ? "" : picture.campaign().place());
      counters.show(picture.campaign(), picture.board());
      boolean rehearsal = picture.campaign().rehearsal();
      mark.setVisible(rehearsal || picture.campaign().sample());
      mark.setText(words.text(rehearsal ? "rehearsal" : "sample"));
    }
  }
}
