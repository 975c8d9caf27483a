package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.FeedState;

/** Has a part of a page follow the campaign while it is shown, once a second at most. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class Following implements Serializable {
  private static final Duration PACE = Duration.ofSeconds(1);

  private final Component part;
  private final KioskContext context;
  private final Consumer<FeedState> show;
  private Runnable stop = () -> {};
  private @Nullable FeedState shown;

  private Following(Component part, KioskContext context, Consumer<FeedState> show) {
    this.part = part;
    this.context = context;
    this.show = show;
  }

  /**
   * Begins when the part is attached, and ends when it is detached.
   *
   * @param show shows the present state; with the screen's lock
   */
  public static void of(Component part, KioskContext context, Consumer<FeedState> show) {
    Following following = new Following(part, context, show);
    part.addAttachListener(event -> following.begin(event.getUI()));
    part.addDetachListener(_ -> following.stop.run());
  }

  /** Runs after the page was built, if the part is still shown then; with the screen's lock. */
  public static void soon(Component part, Runnable run) {
    part.getUI()
        .ifPresent(ui -> {
          var _ =
              ui.access(() -> {
                if (part.isAttached()) {
                  run.run();
                }
              });
        });
  }

  private void begin(UI ui) {
    update();
    stop = context.schedule().every("following", PACE, () -> later(ui));
  }

  @SuppressWarnings("ReferenceEquality") // A state is replaced as a whole.
  private void later(UI ui) {
    if (context.feed().state() == shown) {
      return;
    }
    try {
      var _ =
          ui.access(() -> {
            if (part.isAttached()) {
              update();
            }
          });
    } catch (UIDetachedException _) {
      stop.run();
    }
  }

  private void update() {
    FeedState state = context.feed().state();
    shown = state;
    show.accept(state);
  }
}
