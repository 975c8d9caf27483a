package vn.gocua.engine.http.sse;

import java.time.Duration;

/**
 * When a hub says something.
 *
 * @param pace the first change is told at once, others at most so often
 * @param beat how often viewers get a sign of life
 * @param longest after which a stream is ended, and the viewer has to show again who it is
 * @param patience a viewer that takes nothing for so long is cut off
 */
public record Rhythm(Duration pace, Duration beat, Duration longest, Duration patience) {
  private static final Duration PACE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  /** Ten times a second at most, with such a beat, without an end. */
  public static Rhythm of(Duration beat) {
    return new Rhythm(PACE, beat, FOR_EVER, PATIENCE);
  }

  /** The same, with an end. */
  public Rhythm endedAfter(Duration time) {
    return new Rhythm(pace, beat, time, patience);
  }

  /** The same, with less patience. */
  public Rhythm cutOffAfter(Duration time) {
    return new Rhythm(pace, beat, longest, time);
  }
}
