package vn.gocua.engine.access.activity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.KeyedPacer;

/** Latest activity of each phone, in memory: empty after a restart. Does not block. */
public final class DeviceActivities {
  private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

  /** How long leaders see that a phone sent too much. */
  private static final Duration NEWS = Duration.ofHours(24);

  private final Clock realTime;
  private final Consumer<DeviceActivity> notifyNodes;
  private final Cache<String, DeviceActivity> latest =
      Caffeine.newBuilder().maximumSize(100_000).build();
  private final KeyedPacer<String> told;

  /**
   * @param nanos a monotonic clock
   * @param notifyNodes sends activity that other nodes should {@link #receive}; not for every
   *     request
   */
  public DeviceActivities(
      Clock realTime, LongSupplier nanos, Consumer<DeviceActivity> notifyNodes) {
    this.realTime = realTime;
    this.notifyNodes = notifyNodes;
    this.told = new KeyedPacer<>(TOLD_EVERY, nanos);
  }

  /** Notes a phone's activity. Absent values keep their former ones. */
  public void seen(String device, @Nullable Integer waiting, @Nullable String app) {
    DeviceActivity before = latest.getIfPresent(device);
    DeviceActivity now =
        new DeviceActivity(
            device,
            realTime.instant(),
            waiting != null || before == null ? waiting : before.waiting(),
            app != null || before == null ? app : before.app(),
            before == null ? null : before.overQuotaAt());
    note(now);
  }

  /**
   * Items that a phone counted as waiting have their answer now. Without this it would seem to have
   * them still, until it speaks again.
   */
  public void settled(String device, int items) {
    DeviceActivity before = latest.getIfPresent(device);
    Integer waiting = before == null ? null : before.waiting();
    if (before != null && waiting != null && waiting > 0 && items > 0) {
      note(
          new DeviceActivity(
              device,
              realTime.instant(),
              Math.max(0, waiting - items),
              before.app(),
              before.overQuotaAt()));
    }
  }

  /** A phone was refused because it sends too much. */
  public void overQuota(String device) {
    DeviceActivity before = latest.getIfPresent(device);
    Instant now = realTime.instant();
    note(
        new DeviceActivity(
            device,
            now,
            before == null ? null : before.waiting(),
            before == null ? null : before.app(),
            now));
  }

  private void note(DeviceActivity now) {
    DeviceActivity before = latest.asMap().put(now.device(), now);
    if (before == null || now.isNews(before)) {
      told.happens(now.device());
      notifyNodes.accept(now);
    } else if (told.request(now.device())) {
      notifyNodes.accept(now);
    }
  }

  /** Another node, or this one, has seen a phone: the newer counts. */
  public void receive(DeviceActivity activity) {
    latest.asMap().merge(activity.device(), activity, DeviceActivity::orNewer);
  }

  /** Time of the last refusal for sending too much, if it is recent. */
  public @Nullable Instant overQuotaAt(DeviceActivity activity) {
    Instant at = activity.overQuotaAt();
    return at != null && at.isAfter(realTime.instant().minus(NEWS)) ? at : null;
  }

  /** Null if nothing was heard of it since the start. */
  public @Nullable DeviceActivity of(String device) {
    return latest.getIfPresent(device);
  }
}
