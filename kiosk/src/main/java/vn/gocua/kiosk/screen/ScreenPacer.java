package vn.gocua.kiosk.screen;

import java.time.Duration;
import vn.gocua.base.time.Schedule;

/**
 * The clock of all screens. Its thread only starts work; the work itself runs in a thread of the
 * screen's own.
 */
public final class ScreenPacer implements AutoCloseable {
  private final Schedule schedule = Schedule.ofVirtualThreads("screens");

  /** Runs the work after the delay, unless the kiosk stops before. */
  public void after(Duration delay, Runnable work) {
    var _ = schedule.after(delay, work);
  }

  /** Runs the work again and again; the answer, when run, ends that. */
  public Runnable every(Duration period, Runnable work) {
    return schedule.every("a screen", period, work);
  }

  @Override
  public void close() {
    schedule.close();
  }
}
