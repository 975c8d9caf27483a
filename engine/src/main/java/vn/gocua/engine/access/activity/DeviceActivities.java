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

/** When each phone was last heard of, in memory only: gone with a restart. Does not block. */
public final class DeviceActivities {
  private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

  /** How long leaders are told of a phone that sends too much. */
  private static final Duration NEWS = Duration.ofHours(24);

  private final Clock realTime;
  private final Consumer<DeviceActivity> notifyNodes;
  private final Cache<String, DeviceActivity> latest =
      Caffeine.newBuilder().maximumSize(100_000).build();
  private final KeyedPacer<String> told;

  /**
   * @param nanos a clock that only runs forward
   * @param notifyNodes told what other nodes should {@link #receive}; not of every request
   */
  public DeviceActivities(
      Clock realTime, LongSupplier nanos, Consumer<DeviceActivity> notifyNodes) {
    this.realTime = realTime;
    this.notifyNodes = notifyNodes;
    this.told = new KeyedPacer<>(TOLD_EVERY, nanos);
  }

  /** A phone was here; what it did not say this time is as it was. */
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

  /** When a phone was last refused because it sends too much, if that is news for leaders. */
  public @Nullable Instant overQuotaAt(DeviceActivity activity) {
    Instant at = activity.overQuotaAt();
    return at != null && at.isAfter(realTime.instant().minus(NEWS)) ? at : null;
  }

  /** Null if nothing was heard of it since the start. */
  public @Nullable DeviceActivity of(String device) {
    return latest.getIfPresent(device);
  }
}
