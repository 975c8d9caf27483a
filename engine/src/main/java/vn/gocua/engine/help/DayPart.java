package vn.gocua.engine.help;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** When a visit suits a resident. */
public enum DayPart {
  ANY,
  MORNING,
  AFTERNOON,
  EVENING;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DayPart> of(String code) {
    return Stream.of(values()).filter(part -> part.code().equals(code)).findFirst();
  }
}
