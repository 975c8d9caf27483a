package vn.gocua.protocol.privacy;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Tickets and slips whose personal data was read. Codes only, never a name.
 *
 * @param more whether there are more than these
 */
public record AffectedList(List<Row> affected, boolean more) {

  /**
   * One ticket or slip.
   *
   * @param kind {@code help-request} or {@code class}
   * @param code of the ticket, or of the slip for a seat
   * @param contact {@code kept}, or {@code erased} by now: whether the person can be reached by it
   * @param readings how often it was read
   * @param by who read it
   */
  public record Row(
      String kind,
      String code,
      String contact,
      int readings,
      List<String> by,
      OffsetDateTime first,
      OffsetDateTime last) {}
}
