package vn.gocua.protocol.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The teams' phones. */
public record DeviceList(List<Row> devices) {

  /**
   * One phone. Its own report is absent if it was not seen since the engine's start.
   *
   * @param waiting its unsent check-ins, when last seen
   * @param revoked whether its token is not valid any more, for whatever reason
   * @param overQuotaAt when it was last refused for sending too much; null: not recently
   * @param name given by a leader
   * @param ended {@code unused} if its token ended for disuse
   * @param usedOn date of its last use while the campaign ran
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
      @Nullable Instant overQuotaAt,
      @Nullable String name,
      @Nullable String ended,
      @Nullable LocalDate usedOn) {
    /** Whether its token ended for disuse. */
    public boolean unused() {
      return ended != null;
    }

    /** Whether it recently sent more than one phone should, and is not revoked. */
    public boolean overQuota() {
      return overQuotaAt != null && !revoked;
    }

    public int waitingCount() {
      return waiting == null || revoked ? 0 : waiting;
    }
  }

  /** Short name of a phone: the end of its id. */
  public static String shortName(String device) {
    return device.substring(Math.max(0, device.length() - 4));
  }

  public DeviceList {
    devices = List.copyOf(devices);
  }
}
