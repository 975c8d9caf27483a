package vn.gocua.engine.http.sse;

import org.jspecify.annotations.Nullable;

/**
 * A source of changes in absolute values: several missed changes are sent as one. Called on event
 * loops, so it must be quick and not block.
 *
 * @param <G> a group of viewers with the same events
 */
public interface SseSource<G> {
  /** Revision of a new viewer. */
  long NOTHING = 0;

  /** Revision of a returning viewer whose last one is unknown. */
  long UNKNOWN = -1;

  /** Counts the changes; above 0. */
  long revision();

  /**
   * Events for a group since a revision; everything after {@link #NOTHING}, {@link #UNKNOWN} or an
   * invalid one.
   */
  Frame since(long seen, G group);

  /**
   * Identifies this run of the revisions, if viewers may resume: events then have ids. At most one
   * source of a hub may do so.
   */
  default @Nullable String run() {
    return null;
  }
}
