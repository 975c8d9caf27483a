package vn.gocua.kiosk.desk.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.feed.ClockDoubt;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.board.BoardMessage.Doubt;
import vn.gocua.protocol.campaign.CampaignEndpoints;
import vn.gocua.protocol.campaign.ClockReading;
import vn.gocua.protocol.client.ApiRefusal;

/**
 * Warns above every page of a doubt about a clock, with the remedy. Where only a person can tell, a
 * leader can confirm the engine's time.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class ClockBar extends Div {
  private static final int SAID_MS = 9_000;

  private final DeskContext desk;
  private final DeskSession session;
  private final Texts texts;
  private final Span word = Dom.span("desk-clock-word");
  private final Span note = Dom.span("desk-clock-note");
  private final Button right;

  ClockBar(DeskContext desk, DeskSession session, Texts texts) {
    this.desk = desk;
    this.session = session;
    this.texts = texts;
    addClassName("desk-clock-wrong");
    getElement().setAttribute("role", "alert");
    right = new Button(texts.get("clockWrong.right"), _ -> ask());
    right.addClassName("desk-clock-right");
    add(word, note);
    setVisible(false);
  }

  /** Shows a warning; null: no data yet. */
  void show(@Nullable Snapshot snapshot) {
    Doubt doubt = snapshot == null ? null : snapshot.board().clock();
    Dom.visible(this, doubt != null);
    if (snapshot != null && doubt != null) {
      String kind = doubt.kind().name().toLowerCase(Locale.ROOT);
      Dom.attribute(this, "data-kind", kind);
      Dom.text(word, ClockDoubt.words(texts.language(), snapshot.campaign(), doubt));
      Dom.text(note, texts.get("clockWrong.note." + kind));
      boolean there = right.getParent().isPresent();
      if (doubt.needsAPerson() && !there) {
        add(right);
      } else if (!doubt.needsAPerson() && there) {
        remove(right);
      }
    }
  }

  private void ask() {
    Overview overview = desk.overviews().of(desk.feed().state(), desk.poller().data());
    if (overview == null) {
      return;
    }
    Instant shown = overview.now();
    ZoneId zone = overview.campaign().zone();
    String day = texts.figures().weekday(shown.atZone(zone).getDayOfWeek());
    String date = texts.figures().date(shown.atZone(zone).toLocalDate());
    new ConfirmDialog(
            texts,
            texts.get("clockWrong.ask"),
            texts.get("clockWrong.shows", texts.figures().clock(shown, zone), day, date),
            texts.get("clockWrong.right"),
            () -> confirm(shown))
        .open();
  }

  private void confirm(Instant shown) {
    try {
      var _ =
          desk.engine()
              .send(
                  session.caller(),
                  CampaignEndpoints.CONFIRM_CLOCK,
                  new ClockReading(shown.atOffset(ZoneOffset.UTC).toString()));
      say(texts.get("clockWrong.confirmed"), "said");
    } catch (ApiRefusal e) {
      say(
          e.unanswered() || e.title().isEmpty() ? texts.get("trouble.unreachable") : e.title(),
          "trouble");
    }
  }

  private static void say(String text, String className) {
    Notification note = new Notification(text, SAID_MS, Position.BOTTOM_CENTER);
    note.addClassName(className);
    note.open();
  }
}
