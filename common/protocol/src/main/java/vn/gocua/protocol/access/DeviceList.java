package vn.gocua.protocol.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The teams' phones. */
public record DeviceList(List<Row> devices) {

  /**
   * One phone; what it said of itself is absent if nothing was heard of it since the engine's
   * start.
   *
   * @param waiting check-ins that it has not sent yet, when it was last heard
   * @param overQuotaAt when it was last told to wait because it sends too much; null: not of late
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String device,
      String team,
      Instant enrolledAt,
      boolean revoked,
      @Nullable Instant lastContactAt,
      @Nullable Integer waiting,
      @Nullable String app,
      @Nullable Instant overQuotaAt) {
    /** Whether it has lately sent more than one phone should, and is not shut out yet. */
    public boolean overQuota() {
      return overQuotaAt != null && !revoked;
    }

    public int waitingCount() {
      return waiting == null || revoked ? 0 : waiting;
    }
  }

  /** What people call a phone by: the end of its id. */
  public static String shortName(String device) {
    return device.substring(Math.max(0, device.length() - 4));
  }

  public DeviceList {
    devices = List.copyOf(devices);
  }
}
