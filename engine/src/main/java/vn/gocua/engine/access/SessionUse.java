package vn.gocua.engine.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** When each session was last used, in memory only: a restart counts as a use of all. */
final class SessionUse {
  /** A session that nobody used for so long is over. */
  static final Duration IDLE = Duration.ofHours(2);

  private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

  private final Clock clock;
  private final Instant begun;
  private final Consumer<String> tellNodes;
  private final Cache<String, Instant> used = Caffeine.newBuilder().maximumSize(100_000).build();
  private final Cache<String, Instant> told = Caffeine.newBuilder().maximumSize(100_000).build();

  /**
   * @param tellNodes told the id of a session in use, once a minute; every node's {@link #used} is
   *     to be called with it
   */
  SessionUse(Clock clock, Consumer<String> tellNodes) {
    this.clock = clock;
    this.begun = clock.instant();
    this.tellNodes = tellNodes;
  }

  /** Whether a session has not been used for too long. */
  boolean isIdle(String id, Session session) {
    Instant last = session.openedAt().isAfter(begun) ? session.openedAt() : begun;
    Instant known = used.getIfPresent(id);
    last = known != null && known.isAfter(last) ? known : last;
    return clock.instant().isAfter(last.plus(IDLE));
  }

  void use(String id) {
    used(id);
    Instant now = clock.instant();
    Instant before = told.getIfPresent(id);
    if (before == null || now.isAfter(before.plus(TOLD_EVERY))) {
      told.put(id, now);
      tellNodes.accept(id);
    }
  }

  void used(String id) {
    used.put(id, clock.instant());
  }
}
