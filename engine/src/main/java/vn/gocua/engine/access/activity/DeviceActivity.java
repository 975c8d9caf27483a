package vn.gocua.engine.access.activity;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Latest report of a phone on itself.
 *
 * @param at real time
 * @param waiting items without an answer yet
 * @param app version of the phone's app
 * @param overQuotaAt when it was last refused for sending too much; null: not known
 */
public record DeviceActivity(
    String device,
    Instant at,
    @Nullable Integer waiting,
    @Nullable String app,
    @Nullable Instant overQuotaAt) {

  /** Activity of a phone that was not refused. */
  public DeviceActivity(
      String device, Instant at, @Nullable Integer waiting, @Nullable String app) {
    this(device, at, waiting, app, null);
  }

  /** The newer of two, with the latest refusal of both. */
  DeviceActivity orNewer(DeviceActivity other) {
    DeviceActivity newer = other.at.isAfter(at) ? other : this;
    Instant refused = later(overQuotaAt, other.overQuotaAt);
    return new DeviceActivity(newer.device, newer.at, newer.waiting, newer.app, refused);
  }

  /** Whether the report differs from the one before, or is the first refusal. */
  boolean isNews(DeviceActivity before) {
    return !Objects.equals(before.waiting, waiting)
        || !Objects.equals(before.app, app)
        || (before.overQuotaAt == null && overQuotaAt != null);
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}
