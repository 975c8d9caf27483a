package vn.gocua.protocol.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Max;

/**
 * Whose personal data was read.
 *
 * @param who an account, a phone's id, or {@link #TICKET_HOLDER}; null for all
 * @param from first moment, ISO 8601 with an offset
 * @param to moment after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AffectedQuery(
    @Nullable @Max(60) String who, @Max(60) String from, @Max(60) String to) {

  /** On record as who read, or changed, by the ticket and its secret. */
  public static final String TICKET_HOLDER = "ticket-holder";
}
