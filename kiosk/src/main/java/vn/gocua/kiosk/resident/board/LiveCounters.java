package vn.gocua.kiosk.resident.board;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.resident.shell.KioskContext;

/** Figures that follow the campaign on a screen, once a second at most. */
@SuppressWarnings("serial")
abstract class LiveCounters extends Div {
  private static final Duration PACE = Duration.ofSeconds(1);

  private final KioskContext context;
  private Runnable stop = () -> {};
  private @Nullable FeedState shown;

  LiveCounters(KioskContext context) {
    this.context = context;
  }

  /** Shows the present state; with the screen's lock. */
  abstract void show(FeedState state);

  @Override
  protected void onAttach(AttachEvent event) {
    update();
    UI ui = event.getUI();
    stop = context.schedule().every("counters", PACE, () -> later(ui));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stop.run();
  }

  @SuppressWarnings("ReferenceEquality") // A state is replaced as a whole.
  private void later(UI ui) {
    if (context.feed().state() == shown) {
      return;
    }
    try {
      var _ = ui.access(this::update);
    } catch (UIDetachedException _) {
      stop.run();
    }
  }

  private void update() {
    FeedState state = context.feed().state();
    shown = state;
    show(state);
  }
}
