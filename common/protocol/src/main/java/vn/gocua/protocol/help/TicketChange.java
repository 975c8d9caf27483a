package vn.gocua.protocol.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.body.Max;

/**
 * A holder's change of time or contact; null stays.
 *
 * @param consent to keep the new contact; null where none was asked for
 * @param when {@code any}, {@code morning}, {@code afternoon} or {@code evening}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketChange(
    @Nullable @Max(20) String when,
    @Max(100) String secret,
    @Nullable Contact contact,
    @Nullable Consent consent) {
  /** Another time only. */
  public TicketChange(String when, String secret) {
    this(when, secret, null, null);
  }

  @Override
  public String toString() {
    return "change"; // The secret stays out of logs.
  }

  /** Consent was given to this version of the text, at this time. */
  public record Consent(@Max(60) String textVersion, @Max(60) String at) {}

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
