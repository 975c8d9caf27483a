package vn.gocua.protocol.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A resident's new ticket.
 *
 * @param pin six digits in place of a lost QR code; null if the engine gives none
 * @param groupsKept whether the named groups were kept; null if none was named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketReceipt(
    String code, String team, String secret, @Nullable String pin, @Nullable Boolean groupsKept) {
  @Override
  public String toString() {
    return "ticket " + code; // The secret stays out of logs.
  }
}
