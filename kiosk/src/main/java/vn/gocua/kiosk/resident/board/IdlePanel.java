package vn.gocua.kiosk.resident.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.kiosk.resident.shell.KioskContext;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.learning.ClassList;

/** The idle screen: the campaign's figures, and an invitation to touch. */
@SuppressWarnings("serial")
public final class IdlePanel extends LiveCounters {
  private final Counters counters;
  private final H1 name = new H1("");
  private final Span place = Widgets.span("rest-place", "");
  private final Span mark = Widgets.span("brand-mark", "");
  private final KioskContext context;
  private final Texts texts;
  private final Span lesson = Widgets.span("rest-class-title", "");
  private final Span lessonTime = Widgets.span("rest-class-time", "");
  private final Div nextClass;

  public IdlePanel(KioskContext context, Texts texts) {
    super(context);
    this.context = context;
    this.texts = texts;
    addClassName("rest");
    name.addClassName("rest-name");
    counters = new Counters(texts);
    Div offers = Widgets.div("rest-offers");
    for (String offer : texts.get("rest.offers").split("\n", -1)) {
      offers.add(Widgets.span("rest-offer", offer));
    }
    nextClass =
        Widgets.div(
            "rest-class",
            Widgets.span("rest-class-name", texts.get("rest.class")),
            lesson,
            lessonTime);
    add(
        Widgets.div(
            "rest-head", Widgets.div("emblem"), Widgets.div("rest-titles", name, place, mark)),
        counters,
        Widgets.div("rest-words", offers, nextClass),
        Widgets.button("rest-touch", texts.get("rest.touch"), () -> {}));
  }

  /** The next class with free seats. */
  private Optional<ClassList.Row> soonest() {
    Instant now = context.clock().instant();
    return context.content().classes().stream()
        .filter(row -> row.isOpen() && row.startsAt().toInstant().isAfter(now))
        .findFirst();
  }

  @Override
  void show(FeedState state) {
    Optional<ClassList.Row> next = soonest();
    nextClass.setVisible(next.isPresent());
    next.ifPresent(row -> {
      lesson.setText(row.title());
      lessonTime.setText(texts.figures().span(row.startsAt(), row.endsAt()));
    });
    Snapshot snapshot = state.snapshot();
    counters.setVisible(snapshot != null && state.signal() == FeedState.Signal.LIVE);
    if (snapshot != null) {
      name.setText(snapshot.campaign().name());
      place.setText(snapshot.campaign().place() == null ? "" : snapshot.campaign().place());
      counters.show(snapshot.campaign(), snapshot.board());
      boolean rehearsal = snapshot.campaign().rehearsal();
      mark.setVisible(rehearsal || snapshot.campaign().sample());
      mark.setText(texts.get(rehearsal ? "rehearsal" : "sample"));
    }
  }
}
