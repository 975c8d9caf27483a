package vn.gocua.engine.access.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vn.gocua.engine.rights.Authenticator.Act;
import vn.gocua.protocol.access.AccessReason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Limits what one phone adds to the journal in an hour, on this node. Measured in real time by a
 * monotonic clock, also in a rehearsal. There are two budgets of the same size: newly accepted
 * check-ins, and other records such as voids and claims. Repeats count in neither. They are
 * answered beyond a budget too, but a limited number of times, since each costs a look-up. Does not
 * block.
 */
public final class PhoneQuota {
  private static final int MOST_PHONES = 100_000;
  private static final Duration FORGOTTEN = Duration.ofHours(2);

  /** Beyond a budget, how often an hour it is looked up whether there is anything new. */
  static final int LOOK_UPS = 120;

  private static final Act UNCOUNTED = act(() -> {});

  private final int perHour;
  private final LongSupplier nanos;
  private final Consumer<String> tell;
  private final Cache<String, QuotaHour> items = cache();
  private final Cache<String, QuotaHour> acts = cache();
  private final Cache<String, QuotaHour> lookUps = cache();

  /**
   * @param perHour 0: no quota
   * @param nanos as {@link System#nanoTime}
   * @param tell receives the id of a refused phone, each time
   */
  public PhoneQuota(int perHour, LongSupplier nanos, Consumer<String> tell) {
    this.perHour = perHour;
    this.nanos = nanos;
    this.tell = tell;
  }

  private static Cache<String, QuotaHour> cache() {
    return Caffeine.newBuilder().maximumSize(MOST_PHONES).expireAfterAccess(FORGOTTEN).build();
  }

  /** An admitted upload. Its outcome is reported once. */
  @FunctionalInterface
  public interface Upload {
    /** Reports how many items are newly in the journal. */
    void done(int accepted);
  }

  /**
   * Admits a whole upload while any quota is left. Uploads in progress count with all their items,
   * so that parallel ones don't evade the quota.
   *
   * @throws Refusal with the time to wait
   */
  public Upload upload(String phone, int size) {
    if (perHour == 0) {
      return _ -> {};
    }
    QuotaHour hour = items.get(phone, _ -> new QuotaHour(perHour));
    refuse(phone, hour.take(size, nanos.getAsLong()));
    return accepted -> hour.done(size, accepted, nanos.getAsLong());
  }

  /**
   * Whether a phone without quota may have an upload looked up for repeats; counted. False while
   * quota is left.
   */
  public boolean mayAskWhatIsNew(String phone) {
    QuotaHour hour = items.getIfPresent(phone);
    return hour != null && hour.isUsedUp(nanos.getAsLong()) && look(phone);
  }

  private boolean look(String phone) {
    QuotaHour hour = lookUps.get(phone, _ -> new QuotaHour(LOOK_UPS));
    long now = nanos.getAsLong();
    boolean let = hour.take(1, now).none();
    if (let) {
      hour.done(1, 1, now);
    }
    return let;
  }

  private static Act act(Runnable recording) {
    return new Act() {
      @Override
      public void recording() {
        recording.run();
      }

      @Override
      public void done(boolean recorded) {
        // Not counted.
      }
    };
  }

  /**
   * Begins one act that may leave a record. If the budget is used up, it may go on as long as there
   * is nothing to record.
   *
   * @throws Refusal with the time to wait
   */
  public Act act(String phone) {
    if (perHour == 0) {
      return UNCOUNTED;
    }
    QuotaHour hour = acts.get(phone, _ -> new QuotaHour(perHour));
    QuotaHour.Wait wait = hour.take(1, nanos.getAsLong());
    if (wait.none()) {
      return new Counted(hour);
    }
    if (!wait.usedUp() || !look(phone)) {
      refuse(phone, wait);
    }
    return act(() -> refuse(phone, wait));
  }

  /** Counts when recording begins, so that a phone that hangs up is counted too. */
  private final class Counted implements Act {
    private final QuotaHour hour;
    private int pending = 1;
    private int counted;

    Counted(QuotaHour hour) {
      this.hour = hour;
    }

    @Override
    public synchronized void recording() {
      if (counted == 0) {
        settle(1);
      }
    }

    @Override
    public synchronized void done(boolean recorded) {
      settle(recorded ? 0 : -counted);
    }

    private void settle(int more) {
      hour.done(pending, more, nanos.getAsLong());
      pending = 0;
      counted += more;
    }
  }

  private void refuse(String phone, QuotaHour.Wait wait) {
    if (!wait.none()) {
      if (wait.usedUp()) {
        tell.accept(phone);
      }
      throw Refusal.forNow(AccessReason.PHONE_QUOTA, wait.time());
    }
  }
}
