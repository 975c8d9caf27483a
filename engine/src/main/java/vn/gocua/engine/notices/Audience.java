package vn.gocua.engine.notices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/** Where a notice is shown. */
public enum Audience {
  @JsonProperty("wall")
  WALL,
  @JsonProperty("phones")
  PHONES;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Audience> of(String code) {
    for (Audience place : values()) {
      if (place.code().equals(code)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }
}
