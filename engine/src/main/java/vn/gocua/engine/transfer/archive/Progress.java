package vn.gocua.engine.transfer.archive;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import vn.gocua.base.console.Console;

/**
 * Reports progress every second: on a terminal in one redrawn line, elsewhere in new lines. Work
 * under a second is not reported.
 */
public final class Progress {
  private static final long EVERY_NANOS = 1_000_000_000L;
  private static final int BAR = 24;

  private final PrintWriter out;
  private final boolean redraw;
  private final LongSupplier nanoTime;
  private String step = "";
  private long total;
  private long done;
  private long begun;
  private long told;
  private long doneShown;
  private boolean shown;

  /**
   * @param redraw whether a line can be drawn over
   */
  public Progress(PrintWriter out, boolean redraw, LongSupplier nanoTime) {
    this.out = out;
    this.redraw = redraw;
    this.nanoTime = nanoTime;
  }

  /** Begins a step of the work, the one before it being done. */
  public void begin(String step, long total) {
    end();
    this.step = step;
    this.total = total;
    done = 0;
    begun = nanoTime.getAsLong();
    told = begun;
  }

  /** Adds to the finished amount. */
  public void advance(long more) {
    done += more;
    long now = nanoTime.getAsLong();
    if (now - told >= EVERY_NANOS) {
      told = now;
      show(now);
    }
  }

  /** The step is done. */
  public void end() {
    if (shown) {
      if (done != doneShown) {
        show(nanoTime.getAsLong());
      }
      if (redraw) {
        out.println();
      }
      shown = false;
    }
  }

  private void show(long now) {
    shown = true;
    doneShown = done;
    String line = line(now);
    if (redraw) {
      out.print("\r" + line + "\u001b[K");
    } else {
      out.println(line);
    }
    out.flush();
  }

  private String line(long now) {
    long whole = Math.max(total, done);
    int percent = whole == 0 ? 100 : (int) (done * 100 / whole);
    int filled = percent * BAR / 100;
    double seconds = Math.max(1, now - begun) / 1e9;
    long rate = Math.round(done / seconds);
    long left = rate == 0 ? 0 : Math.ceilDiv(whole - done, rate);
    return Console.text(
        "progress",
        Console.text(step),
        "█".repeat(filled) + "░".repeat(BAR - filled),
        percent,
        done,
        whole,
        rate,
        "%d:%02d".formatted(left / 60, left % 60));
  }
}
