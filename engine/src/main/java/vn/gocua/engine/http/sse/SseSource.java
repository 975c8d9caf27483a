package vn.gocua.engine.http.sse;

import org.jspecify.annotations.Nullable;

/**
 * Something that changes, told in absolute values: who has missed some changes is told once what
 * they came to. Asked on event loops, so it is quick and never blocks.
 *
 * @param <G> a group of viewers who are told the same
 */
public interface SseSource<G> {
  /** What a viewer has seen who comes for the first time. */
  long NOTHING = 0;

  /** Of a viewer who was there before: it has seen something, but nobody knows what. */
  long UNKNOWN = -1;

  /** Counts the changes; above 0. */
  long revision();

  /**
   * What a group has to be told that has seen a revision; everything after {@link #NOTHING}, {@link
   * #UNKNOWN} or a revision that never was.
   */
  Frame since(long seen, G group);

  /**
   * Names this run of what counts the revisions, if a viewer may go on where it was cut off: its
   * events then have ids. One source of a hub may do so.
   */
  default @Nullable String run() {
    return null;
  }
}
