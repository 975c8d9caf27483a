package vn.gocua.engine.help.state;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A resident's preferred time of a visit. */
public enum PreferredTime {
  ANY,
  MORNING,
  AFTERNOON,
  EVENING;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PreferredTime> of(String code) {
    return Stream.of(values()).filter(part -> part.code().equals(code)).findFirst();
  }
}
