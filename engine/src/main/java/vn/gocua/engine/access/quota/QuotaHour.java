package vn.gocua.engine.access.quota;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** What one phone added within the last hour. Its size is bounded. */
final class QuotaHour {
  private static final long HOUR = Duration.ofHours(1).toNanos();

  /** Additions within so long of each other are stored as one. */
  private static final long SLOT = Duration.ofSeconds(10).toNanos();

  /** Wait while other uploads of the phone are in progress. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(2);

  private final int quota;
  private final Deque<Slot> slots = new ArrayDeque<>();
  private long used;
  private long pending;

  private record Slot(long at, long count) {}

  /**
   * Wait for a refused upload.
   *
   * @param time zero: admitted
   * @param usedUp whether the quota is used up, and not only reserved by uploads in progress
   */
  record Wait(Duration time, boolean usedUp) {
    static final Wait NONE = new Wait(Duration.ZERO, false);

    boolean none() {
      return time.isZero();
    }
  }

  QuotaHour(int quota) {
    this.quota = quota;
  }

  /** Admits an upload if any quota is left. */
  synchronized Wait take(int size, long now) {
    forget(now);
    if (used >= quota) {
      return new Wait(Duration.ofNanos(untilLeft(now)), true);
    }
    if (used + pending >= quota) {
      return new Wait(UNDER_WAY, false);
    }
    pending += size;
    return Wait.NONE;
  }

  /** Whether nothing is left, apart from uploads in progress. */
  synchronized boolean isUsedUp(long now) {
    forget(now);
    return used >= quota;
  }

  /** Ends an upload; so many of its items were kept. */
  synchronized void done(int size, int kept, long now) {
    pending -= size;
    if (kept == 0) {
      return;
    }
    used += kept;
    Slot last = slots.peekLast();
    if (last != null && now - last.at() < SLOT) {
      slots.removeLast();
      slots.addLast(new Slot(last.at(), last.count() + kept));
    } else {
      slots.addLast(new Slot(now, kept));
    }
  }

  /** Number of stored moments. */
  synchronized int remembered() {
    return slots.size();
  }

  private void forget(long now) {
    for (Slot first = slots.peekFirst();
        first != null && now - first.at() >= HOUR;
        first = slots.peekFirst()) {
      used -= first.count();
      slots.removeFirst();
    }
  }

  /** Until so much is an hour old that some quota is left. */
  private long untilLeft(long now) {
    long left = used;
    for (Slot slot : slots) {
      left -= slot.count();
      if (left < quota) {
        return Math.max(1, slot.at() + HOUR - now);
      }
    }
    return HOUR;
  }
}
