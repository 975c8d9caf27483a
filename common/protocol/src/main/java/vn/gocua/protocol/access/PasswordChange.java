package vn.gocua.protocol.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import vn.gocua.protocol.body.Max;

/** The old password and the new one. */
public record PasswordChange(
    @Max(200) String current, @JsonProperty("new") @Max(200) String wanted) {
  @Override
  public String toString() {
    return "passwords"; // They stay out of logs.
  }
}
