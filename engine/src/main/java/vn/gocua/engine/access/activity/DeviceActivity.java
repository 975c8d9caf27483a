package vn.gocua.engine.access.activity;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a phone last said of itself.
 *
 * @param at real time
 * @param waiting items that the engine has not answered for
 * @param app version of the phone's app
 * @param overQuotaAt when it was last refused because it sends too much; null: not that is known
 */
public record DeviceActivity(
    String device,
    Instant at,
    @Nullable Integer waiting,
    @Nullable String app,
    @Nullable Instant overQuotaAt) {

  /** As the other, of a phone that was not refused. */
  public DeviceActivity(
      String device, Instant at, @Nullable Integer waiting, @Nullable String app) {
    this(device, at, waiting, app, null);
  }

  /** The newer of two; a refusal that either knows of is not forgotten. */
  DeviceActivity orNewer(DeviceActivity other) {
    DeviceActivity newer = other.at.isAfter(at) ? other : this;
    Instant refused = later(overQuotaAt, other.overQuotaAt);
    return new DeviceActivity(newer.device, newer.at, newer.waiting, newer.app, refused);
  }

  /** Whether a phone says anything else than before, or is refused for the first time. */
  boolean isNews(DeviceActivity before) {
    return !Objects.equals(before.waiting, waiting)
        || !Objects.equals(before.app, app)
        || (before.overQuotaAt == null && overQuotaAt != null);
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}
