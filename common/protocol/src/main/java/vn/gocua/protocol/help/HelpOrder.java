package vn.gocua.protocol.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Required;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * A resident's request.
 *
 * @param id made by the kiosk; the same id again is the same request
 * @param when {@code any}, {@code morning}, {@code afternoon} or {@code evening}
 * @param guardian the contact is that of a child's guardian
 */
public record HelpOrder(
    @Max(60) String id,
    @Max(60) String hamlet,
    @Max(60) String activity,
    @Nullable @Max(20) String when,
    @Nullable Boolean guardian,
    Contact contact,
    @Nullable @Max(10) List<@Max(60) String> groups,
    @Required(RequestReason.CONSENT_REQUIRED) Consent consent) {

  /** The resident's contact. */
  public record Contact(
      @Max(100) String name, @Max(20) String phone, @Max(Limits.PLACE) String address) {
    @Override
    public String toString() {
      return "contact"; // Names stay out of logs.
    }
  }

  /**
   * Consent was given to these versions of the texts, at this time.
   *
   * @param groupsTextVersion of the text about priority groups; null if none was named
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Consent(
      @Max(60) String textVersion,
      @Nullable @Max(60) String groupsTextVersion,
      @Max(60) String at) {}
}
