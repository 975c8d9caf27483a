package vn.gocua.protocol.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a ticket's holder.
 *
 * @param guardian whether the contact is that of a child's guardian
 * @param contact null if it is erased, or lost with the vault's key
 * @param eraseAt when it is erased at the latest; null if nothing is kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnData(
    String code,
    OffsetDateTime requestedAt,
    boolean guardian,
    @Nullable Contact contact,
    Consent consent,
    @Nullable OffsetDateTime eraseAt) {

  /**
   * The contact.
   *
   * @param groups codes of priority groups
   */
  public record Contact(String name, String phone, String address, List<String> groups) {
    @Override
    public String toString() {
      return "contact"; // Names stay out of logs.
    }
  }

  /**
   * What was agreed to.
   *
   * @param groupsTextVersion null if no groups are kept
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Consent(
      String textVersion, @Nullable String groupsTextVersion, OffsetDateTime at) {}

  @Override
  public String toString() {
    return "own data of " + code;
  }
}
