package vn.gocua.protocol.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a resident takes home.
 *
 * @param pin six digits for who has lost the QR code; null if the engine gives none
 * @param groupsKept whether the groups named were kept; null if none was named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketReceipt(
    String code, String team, String secret, @Nullable String pin, @Nullable Boolean groupsKept) {
  @Override
  public String toString() {
    return "ticket " + code; // The secret stays out of logs.
  }
}
