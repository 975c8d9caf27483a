package vn.gocua.engine.http.sse;

import java.time.Duration;

/**
 * Times of a hub.
 *
 * @param pace shortest time between two updates; the first is sent at once
 * @param heartbeat time between heartbeats
 * @param longest life of a stream, after which the viewer must authenticate again
 * @param patience a viewer without progress for so long is disconnected
 */
public record Rhythm(Duration pace, Duration heartbeat, Duration longest, Duration patience) {
  private static final Duration PACE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  /** Ten times a second at most, with such a heartbeat, without an end. */
  public static Rhythm of(Duration heartbeat) {
    return new Rhythm(PACE, heartbeat, FOR_EVER, PATIENCE);
  }

  /** The same, with an end. */
  public Rhythm endedAfter(Duration time) {
    return new Rhythm(pace, heartbeat, time, patience);
  }

  /** The same, with less patience. */
  public Rhythm cutOffAfter(Duration time) {
    return new Rhythm(pace, heartbeat, longest, time);
  }
}
