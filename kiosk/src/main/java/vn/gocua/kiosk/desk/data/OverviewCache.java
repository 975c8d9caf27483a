package vn.gocua.kiosk.desk.data;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.feed.FeedState.Signal;
import vn.gocua.kiosk.feed.FeedState.Snapshot;

/**
 * Computes an {@link Overview} once for each change, for any number of leaders. Also every half
 * minute, because silence grows with time.
 */
public final class OverviewCache {
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final InstantSource clock;
  private @Nullable Worked last;
  private long worked;

  private record Worked(Snapshot snapshot, DeskData data, long nanos, Overview overview) {}

  public OverviewCache(InstantSource clock) {
    this.clock = clock;
  }

  /** The overview of the present data; null without data. */
  @SuppressWarnings("ReferenceEquality") // The same object is the same news, and asking is free.
  public synchronized @Nullable Overview of(FeedState state, DeskData data) {
    Snapshot snapshot = state.snapshot();
    if (snapshot == null) {
      return null;
    }
    Instant now = clock.instant();
    Worked before = last;
    if (before != null
        && before.snapshot() == snapshot
        && before.data() == data
        && System.nanoTime() - before.nanos() < FRESH.toNanos()) {
      return before.overview();
    }
    Overview overview = Overview.of(snapshot, data, campaignTime(state, snapshot, now));
    last = new Worked(snapshot, data, System.nanoTime(), overview);
    worked++;
    return overview;
  }

  /** Number of computations so far. */
  public synchronized long worked() {
    return worked;
  }

  /**
   * The board's time plus the time since its arrival; in a rehearsal, which runs faster, the
   * board's alone.
   */
  private static Instant campaignTime(FeedState state, Snapshot snapshot, Instant now) {
    Instant at = snapshot.board().at().toInstant();
    Duration since = Duration.between(state.heardAt(), now);
    return snapshot.campaign().rehearsal() || since.isNegative() || state.signal() != Signal.LIVE
        ? at
        : at.plus(since);
  }
}
