package vn.gocua.engine.access.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vn.gocua.engine.rights.Authenticator.Act;
import vn.gocua.protocol.refusal.Refusal;

/**
 * How much an hour one phone may have kept for good, on this node. Counted in real time by a clock
 * that nobody sets, also in a rehearsal. Two budgets of the same size: check-ins that are newly
 * accepted, and all else that leaves a record (voids, claims, readings of a contact). What leaves
 * nothing new counts in neither; beyond a budget that is answered too, so many times an hour, since
 * each such answer costs a look into the journal. Does not block.
 */
public final class PhoneQuota {
  private static final int MOST_PHONES = 100_000;
  private static final Duration FORGOTTEN = Duration.ofHours(2);

  /** Beyond a budget, how often an hour it is looked up whether there is anything new. */
  static final int LOOKS = 120;

  private static final Act UNCOUNTED = act(() -> {});

  private final int perHour;
  private final LongSupplier nanos;
  private final Consumer<String> tell;
  private final Cache<String, QuotaHour> items = cache();
  private final Cache<String, QuotaHour> acts = cache();
  private final Cache<String, QuotaHour> looks = cache();

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
   * Whether a phone that has used its items up may have it looked up whether an upload brings
   * anything new; counted. False as long as any item is left.
   */
  public boolean mayAskWhatIsNew(String phone) {
    QuotaHour hour = items.getIfPresent(phone);
    return hour != null && hour.isUsedUp(nanos.getAsLong()) && look(phone);
  }

  private boolean look(String phone) {
    QuotaHour hour = looks.get(phone, _ -> new QuotaHour(LOOKS));
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
        // Nobody counts.
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

  /** Counts as soon as something is to be recorded: who hangs up meanwhile is counted too. */
  private final class Counted implements Act {
    private final QuotaHour hour;
    private int underWay = 1;
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
      hour.done(underWay, more, nanos.getAsLong());
      underWay = 0;
      counted += more;
    }
  }

  private void refuse(String phone, QuotaHour.Wait wait) {
    if (!wait.none()) {
      if (wait.usedUp()) {
        tell.accept(phone);
      }
      throw Refusal.tooMany("phone-quota", wait.time());
    }
  }
}
