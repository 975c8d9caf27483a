package vn.gocua.engine.rights;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Role of an account. An admin may do everything, a leader all but managing accounts. */
public enum Role {
  @JsonProperty("leader")
  LEADER,
  @JsonProperty("admin")
  ADMIN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
