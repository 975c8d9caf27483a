package vn.gocua.kiosk.resident.board;

import com.vaadin.flow.component.html.Div;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.resident.shell.Following;
import vn.gocua.kiosk.resident.shell.KioskContext;

/** Figures that follow the campaign on a screen. */
@SuppressWarnings("serial")
abstract class LiveCounters extends Div {
  LiveCounters(KioskContext context) {
    Following.of(this, context, state -> show(state));
  }

  /** Shows the present state; with the screen's lock. */
  abstract void show(FeedState state);
}
