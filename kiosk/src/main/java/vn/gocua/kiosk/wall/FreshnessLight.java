package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.feed.FeedState.Signal;
import vn.gocua.kiosk.screen.Dom;

/**
 * State of the connection: live, with the last check-in's delay; or lost, with the time of the
 * loss.
 */
@SuppressWarnings("serial")
final class FreshnessLight extends Div {
  private final Texts texts;
  private final Span text = Dom.span("light-text");
  private boolean live;
  private @Nullable Duration lastWay;

  FreshnessLight(Texts texts) {
    this.texts = texts;
    addClassName("light");
    getElement().setAttribute("role", "status");
    add(Dom.div("light-lamp"), text);
  }

  /** Time from a phone's upload until the browser confirmed showing it. */
  void measured(Duration way) {
    if (live) {
      lastWay = way;
      Dom.text(text, texts.get("live.after", texts.figures().seconds(way)));
    }
  }

  void show(FeedState state, ZoneId zone) {
    live = state.signal() == Signal.LIVE;
    if (!live) {
      lastWay = null; // Measured before the silence; it says nothing of what comes after.
    }
    Dom.text(
        text,
        switch (state.signal()) {
          case WAITING -> texts.get("waiting.short");
          case STALE -> texts.get("stale", texts.figures().clock(state.heardAt(), zone));
          case LIVE ->
              lastWay == null
                  ? texts.get("live")
                  : texts.get("live.after", texts.figures().seconds(lastWay));
        });
  }
}
