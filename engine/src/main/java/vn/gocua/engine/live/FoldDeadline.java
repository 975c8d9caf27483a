package vn.gocua.engine.live;

import java.time.Duration;

/**
 * Longest time of folding one stream, from its first event on. Longer at the start, when no key is
 * waited for; short later, when a load blocks other work.
 */
public final class FoldDeadline {
  private static final Duration AT_START = Duration.ofMinutes(10);
  private static final Duration AT_WORK = Duration.ofSeconds(5);

  private volatile Duration now = AT_START;

  private FoldDeadline() {}

  /** The deadline of a starting engine. */
  public static FoldDeadline starting() {
    return new FoldDeadline();
  }

  /** The start is over. */
  public void end() {
    now = AT_WORK;
  }

  void set(Duration duration) {
    now = duration;
  }

  Duration now() {
    return now;
  }
}
