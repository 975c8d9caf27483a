package vn.gocua.protocol.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.body.Max;

/**
 * A holder's change of time or contact; null stays.
 *
 * @param when {@code any}, {@code morning}, {@code afternoon} or {@code evening}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketChange(
    @Nullable @Max(20) String when, @Max(100) String secret, @Nullable Contact contact) {
  /** Another time only. */
  public TicketChange(String when, String secret) {
    this(when, secret, null);
  }

  @Override
  public String toString() {
    return "change"; // The secret stays out of logs.
  }

  /** New values of the contact. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Contact(
      @Nullable @Max(100) String name,
      @Nullable @Max(20) String phone,
      @Nullable @Max(Limits.PLACE) String address) {
    @Override
    public String toString() {
      return "contact"; // Names stay out of logs.
    }
  }
}
