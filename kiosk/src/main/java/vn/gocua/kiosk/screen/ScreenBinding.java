package vn.gocua.kiosk.screen;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Pacer;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.feed.Arrival;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.feed.FeedListener;
import vn.gocua.kiosk.feed.FeedState;

/**
 * Connects the feed with one browser. Changes are gathered and shown at most every {@link #PACE};
 * they take one state and one set of team codes, however long they wait. A browser that stops
 * confirming gets nothing for a while, so that no messages pile up. When it confirms again, it
 * catches up with one frame.
 */
public final class ScreenBinding implements FeedListener {
  static final Duration PACE = Duration.ofMillis(100);
  static final Duration TICK = Duration.ofSeconds(1);

  private final Consumer<Command> access;
  private final Pacer pacer;
  private final Consumer<ScreenUpdate> show;
  private final ConfirmWindow window;
  private final Set<String> arrivedFrom = new HashSet<>();
  private @Nullable Arrival newest;
  private FeedState state;
  private Runnable stopListening = () -> {};
  private Runnable stopTicking = () -> {};

  public ScreenBinding(UI ui, EngineFeed feed, Schedule schedule, Consumer<ScreenUpdate> show) {
    this(
        command -> {
          var _ = ui.access(command);
        },
        feed.state(),
        schedule,
        System::nanoTime,
        show);
    stopListening = feed.listen(this);
    stopTicking = schedule.every("screen", TICK, this::showSoon);
    changed(feed.state(), List.of());
  }

  /** For a screen without a browser. */
  ScreenBinding(
      Consumer<Command> access,
      FeedState state,
      Schedule schedule,
      LongSupplier nanos,
      Consumer<ScreenUpdate> show) {
    this.access = access;
    this.state = state;
    this.pacer = new Pacer(schedule::after, nanos, PACE, this::showNow);
    this.show = show;
    this.window = new ConfirmWindow(nanos);
  }

  @Override
  public void changed(FeedState now, List<Arrival> arrivals) {
    gather(now, arrivals);
    showSoon();
  }

  private synchronized void gather(FeedState now, List<Arrival> arrivals) {
    state = now;
    for (Arrival arrival : arrivals) {
      arrivedFrom.add(arrival.team());
      if (newest == null || arrival.uploadedAt().isAfter(newest.uploadedAt())) {
        newest = arrival;
      }
    }
  }

  /** The browser has been asked to confirm; false if it still owes the last confirmation. */
  public boolean ask() {
    return window.ask();
  }

  /** The browser has confirmed. */
  public void confirmed() {
    window.confirmed();
  }

  public void close() {
    stopListening.run();
    stopTicking.run();
  }

  private void showSoon() {
    if (!window.atAnEnd()) {
      pacer.request();
    }
  }

  private void showNow(Runnable begun) {
    try {
      access.accept(() -> {
        begun.run();
        show.accept(take());
      });
    } catch (UIDetachedException _) {
      close();
    }
  }

  private synchronized ScreenUpdate take() {
    ScreenUpdate update = new ScreenUpdate(state, arrivedFrom, newest);
    arrivedFrom.clear();
    newest = null;
    return update;
  }
}
