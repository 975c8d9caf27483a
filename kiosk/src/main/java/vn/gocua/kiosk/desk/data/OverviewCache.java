package vn.gocua.kiosk.desk.data;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.feed.FeedState.Signal;
import vn.gocua.kiosk.feed.FeedState.Snapshot;

/**
 * Works an {@link Overview} out once for each thing that is new, however many leaders watch; and
 * anew every half minute, because silence grows by itself.
 */
public final class OverviewCache {
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final InstantSource clock;
  private @Nullable Worked last;
  private long worked;

  private record Worked(Snapshot picture, DeskData around, long nanos, Overview overview) {}

  public OverviewCache(InstantSource clock) {
    this.clock = clock;
  }

  /** The overview of what is known; null while nothing is. */
  @SuppressWarnings("ReferenceEquality") // The same object is the same news, and asking is free.
  public synchronized @Nullable Overview of(FeedState state, DeskData around) {
    Snapshot picture = state.picture();
    if (picture == null) {
      return null;
    }
    Instant now = clock.instant();
    Worked before = last;
    if (before != null
        && before.picture() == picture
        && before.around() == around
        && System.nanoTime() - before.nanos() < FRESH.toNanos()) {
      return before.overview();
    }
    Overview overview = Overview.of(picture, around, campaignTime(state, picture, now));
    last = new Worked(picture, around, System.nanoTime(), overview);
    worked++;
    return overview;
  }

  /** How often it was worked out so far. */
  public synchronized long worked() {
    return worked;
  }

  /**
   * The board's own time and what has passed since it was heard; a rehearsal's runs too fast to add
   * to.
   */
  private static Instant campaignTime(FeedState state, Snapshot picture, Instant now) {
    Instant at = picture.board().at().toInstant();
    Duration since = Duration.between(state.heardAt(), now);
    return picture.campaign().rehearsal() || since.isNegative() || state.signal() != Signal.LIVE
        ? at
        : at.plus(since);
  }
}
