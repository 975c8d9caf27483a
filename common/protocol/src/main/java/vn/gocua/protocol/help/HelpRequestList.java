package vn.gocua.protocol.help;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Help requests that are not finished. Never a contact.
 *
 * @param at the campaign's time
 */
public record HelpRequestList(Instant at, List<Row> helpRequests) {

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
    /** Whether the engine has lost who asked. */
    public boolean lost() {
      return Boolean.TRUE.equals(contactLost);
    }

    public boolean open() {
      return status.equals("open");
    }
  }

  public HelpRequestList {
    helpRequests = List.copyOf(helpRequests);
  }
}
