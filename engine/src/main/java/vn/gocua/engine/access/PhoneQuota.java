package vn.gocua.engine.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How much an hour one phone may have kept for good, on this node. Counted in real time by a clock
 * that nobody sets, also in a rehearsal. Two budgets of the same size: check-ins that are newly
 * accepted, and all else that leaves a record (voids, claims, readings of a contact). Does not
 * block.
 */
public final class PhoneQuota {
  private static final int MOST_PHONES = 100_000;
  private static final Duration FORGOTTEN = Duration.ofHours(2);

  private final int perHour;
  private final LongSupplier nanos;
  private final Consumer<String> tell;
  private final Cache<String, QuotaHour> items = cache();
  private final Cache<String, QuotaHour> acts = cache();

  /**
   * @param perHour 0: no quota
   * @param nanos as {@link System#nanoTime}
   * @param tell told the id of each phone that was refused, each time
   */
  public PhoneQuota(int perHour, LongSupplier nanos, Consumer<String> tell) {
    this.perHour = perHour;
    this.nanos = nanos;
    this.tell = tell;
  }

  private static Cache<String, QuotaHour> cache() {
    return Caffeine.newBuilder().maximumSize(MOST_PHONES).expireAfterAccess(FORGOTTEN).build();
  }

  /** A phone has to wait. */
  public static final class OverQuota extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration wait;

    OverQuota(Duration wait) {
      super("over the quota", null, false, false);
      this.wait = wait;
    }

    public Duration retryAfter() {
      return wait;
    }
  }

  /** An upload that was let in; what became of it is to be said once. */
  @FunctionalInterface
  public interface Upload {
    /** So many of its items are newly in the journal. */
    void done(int accepted);
  }

  /**
   * Lets an upload in, whole, while any quota is left. Uploads under way count with all their items
   * until they are done, so that many at once are no way round.
   *
   * @throws OverQuota with the time to wait
   */
  Upload upload(String phone, int size) {
    if (perHour == 0) {
      return _ -> {};
    }
    QuotaHour hour = items.get(phone, _ -> new QuotaHour(perHour));
    refuse(phone, hour.take(size, nanos.getAsLong()));
    return accepted -> hour.done(size, accepted, nanos.getAsLong());
  }

  /**
   * Counts one act that leaves a record.
   *
   * @throws OverQuota with the time to wait
   */
  void act(String phone) {
    if (perHour > 0) {
      QuotaHour hour = acts.get(phone, _ -> new QuotaHour(perHour));
      long now = nanos.getAsLong();
      refuse(phone, hour.take(1, now));
      hour.done(1, 1, now);
    }
  }

  private void refuse(String phone, QuotaHour.Wait wait) {
    if (!wait.none()) {
      if (wait.usedUp()) {
        tell.accept(phone);
      }
      throw new OverQuota(wait.time());
    }
  }
}
