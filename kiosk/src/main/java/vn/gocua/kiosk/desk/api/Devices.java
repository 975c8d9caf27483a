package vn.gocua.kiosk.desk.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.Wire;

/** The teams' phones. */
public record Devices(List<Row> devices) {

  /**
   * One phone; what it said of itself is absent if nothing was heard of it since the engine's
   * start.
   *
   * @param waiting check-ins that it has not sent yet, when it was last heard
   */
  public record Row(
      String device,
      String team,
      Instant enrolledAt,
      boolean revoked,
      @Nullable Instant lastContactAt,
      @Nullable Integer waiting,
      @Nullable String app) {
    public Row {
      Wire.require("phone", device, team, enrolledAt);
    }

    public int waitingCount() {
      return waiting == null || revoked ? 0 : waiting;
    }
  }

  public Devices {
    Wire.require("phones", devices);
    devices = List.copyOf(devices);
  }
}
