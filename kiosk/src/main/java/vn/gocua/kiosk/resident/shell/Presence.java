package vn.gocua.kiosk.resident.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.function.LongSupplier;
import vn.gocua.base.time.Schedule;

/**
 * Detects an abandoned visit on the server. The browser wipes earlier and reports touches every ten
 * seconds; but it may have died, frozen or lost its network.
 */
final class Presence {
  /** Longer than a working browser's 60 s until its question and 15 s until it wipes. */
  static final Duration LIMIT = Duration.ofMinutes(2);

  private static final Duration LOOK = Duration.ofSeconds(5);

  private final LongSupplier nanos;
  private volatile long heardAt;
  private volatile boolean visiting;

  /**
   * @param nanos a clock that only runs forward
   */
  Presence(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A touch was reported. */
  void heard() {
    heardAt = nanos.getAsLong();
  }

  /**
   * The visitor went to another page.
   *
   * @param away whether it is beyond the first one, and may hold entries
   */
  void moved(boolean away) {
    heard();
    visiting = away;
  }

  /** Whether a visit was abandoned. */
  boolean isLeft() {
    return visiting && nanos.getAsLong() - heardAt >= LIMIT.toNanos();
  }

  /**
   * Has a visit ended that was left, with the screen's lock.
   *
   * @return ends the watching
   */
  Runnable watch(UI screen, Schedule schedule, Runnable end) {
    return schedule.every(
        "presence",
        LOOK,
        () -> {
          if (isLeft()) {
            try {
              var _ = screen.access(end::run);
            } catch (UIDetachedException _) {
              // The page has gone, and all that was entered with it.
            }
          }
        });
  }
}
