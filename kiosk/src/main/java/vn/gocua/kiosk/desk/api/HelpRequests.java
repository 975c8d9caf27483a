package vn.gocua.kiosk.desk.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.feed.Wire;

/**
 * Help requests that are not finished. Never a contact.
 *
 * @param at the campaign's time
 */
public record HelpRequests(Instant at, List<Row> helpRequests) {

  /**
   * One request.
   *
   * @param status {@code open}: nobody has claimed it; {@code claimed}; {@code closed} …
   * @param team that has claimed it, or else that it was meant for
   * @param contactLost true if who asked was lost with the vault's key; else null
   */
  public record Row(
      String code,
      int version,
      String status,
      String hamlet,
      String activity,
      String team,
      Instant requestedAt,
      @Nullable Instant claimedAt,
      @Nullable Boolean contactLost) {
    public Row {
      Wire.require("help request", code, status, hamlet, activity, team, requestedAt);
    }

    /** Whether the engine has lost who asked. */
    public boolean lost() {
      return Boolean.TRUE.equals(contactLost);
    }

    public boolean open() {
      return status.equals("open");
    }
  }

  public HelpRequests {
    Wire.require("help requests", at, helpRequests);
    helpRequests = List.copyOf(helpRequests);
  }
}
