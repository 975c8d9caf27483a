package vn.gocua.protocol.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Max;

/**
 * A phone to enrol.
 *
 * @param member its name stays on the phone; only its shape is checked
 * @param enrolment the same for every try of one phone
 * @param name the phone's name at the desk
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewPhone(
    @Max(60) String code,
    @Nullable @Max(60) String member,
    @Nullable @Max(60) String enrolment,
    @Nullable @Max(40) String name) {
  /** A phone without its holder's name. */
  public NewPhone(String code, @Nullable String enrolment) {
    this(code, null, enrolment, null);
  }

  @Override
  public String toString() {
    return "phone"; // The code stays out of logs.
  }
}
