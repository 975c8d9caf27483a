package vn.gocua.engine.live;

import java.time.Duration;

/**
 * How long folding one stream may take, from its first event on. At the start nobody waits for a
 * key, so a busy machine gets its time; later a load must not hold up what waits for it.
 */
public final class FoldDeadline {
  private static final Duration AT_START = Duration.ofMinutes(10);
  private static final Duration AT_WORK = Duration.ofSeconds(5);

  private volatile Duration now = AT_START;

  private FoldDeadline() {}

  /** That of an engine that starts. */
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
