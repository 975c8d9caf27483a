package vn.gocua.engine.access.activity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vn.gocua.base.time.KeyedPacer;
import vn.gocua.engine.access.state.Session;

/**
 * When each session was opened and last used, in memory: a restart counts as a use of all. Also
 * measured by a monotonic clock, so that setting the engine's clock back lengthens no session.
 * Setting it forward ends sessions: it looks like a machine that slept.
 */
public final class SessionActivity {
  /** Time without use after which a session is over. */
  static final Duration IDLE = Duration.ofHours(2);

  private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

  /** Tolerated difference between the clocks of two nodes. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Clock clock;
  private final LongSupplier nanos;
  private final Instant begun;
  private final Consumer<String> notifyNodes;
  private final Cache<String, Use> used = Caffeine.newBuilder().maximumSize(100_000).build();
  private final Cache<String, Long> since = Caffeine.newBuilder().maximumSize(100_000).build();
  private final KeyedPacer<String> told;

  /**
   * @param at by the engine's clock
   * @param nanos by one that only runs forward
   */
  private record Use(Instant at, long nanos) {}

  /**
   * @param nanos a monotonic clock
   * @param notifyNodes sends the id of a session in use, once a minute; every node calls {@link
   *     #used} with it
   */
  public SessionActivity(Clock clock, LongSupplier nanos, Consumer<String> notifyNodes) {
    this.clock = clock;
    this.nanos = nanos;
    this.begun = clock.instant();
    this.notifyNodes = notifyNodes;
    this.told = new KeyedPacer<>(TOLD_EVERY, nanos);
  }

  /** A session was opened here. */
  public void opened(String id) {
    since.put(id, nanos.getAsLong());
    used(id);
  }

  /**
   * Whether a session is too old, or was opened by a clock that was ahead, so that its age is
   * unknown.
   */
  public boolean isOver(String id, Session session) {
    Instant now = clock.instant();
    if (!now.isBefore(session.expiresAt())) {
      return true;
    }
    Long known = since.getIfPresent(id);
    if (known == null && session.openedAt().isAfter(now.plus(TOLERANCE))) {
      return true;
    }
    long first = since.get(id, _ -> nanos.getAsLong());
    Duration longest = Duration.between(session.openedAt(), session.expiresAt());
    return nanos.getAsLong() - first >= longest.toNanos();
  }

  /** Whether a session was unused for too long. */
  public boolean isIdle(String id, Session session) {
    Instant last = session.openedAt().isAfter(begun) ? session.openedAt() : begun;
    Use known = used.getIfPresent(id);
    last = known != null && known.at().isAfter(last) ? known.at() : last;
    boolean idle = known != null && nanos.getAsLong() - known.nanos() > IDLE.toNanos();
    return idle || clock.instant().isAfter(last.plus(IDLE));
  }

  public void use(String id) {
    used(id);
    if (told.request(id)) {
      notifyNodes.accept(id);
    }
  }

  public void used(String id) {
    used.put(id, new Use(clock.instant(), nanos.getAsLong()));
  }
}
