package vn.gocua.engine.config;

import org.jspecify.annotations.Nullable;
import vn.gocua.base.settings.SettingSource;

/**
 * Who answers for personal data.
 *
 * @param name the body; null: the people's committee of the campaign's place
 * @param contact where people use their rights; null: the commune's public service point
 */
public record DataController(@Nullable String name, @Nullable String contact) {
  /** A consent has to fit on a screen. */
  private static final int LONGEST = 100;

  static DataController read(SettingSource source) {
    return new DataController(
        name(source, "GOCUA_DATA_CONTROLLER"), name(source, "GOCUA_DATA_CONTACT"));
  }

  private static @Nullable String name(SettingSource source, String variable) {
    String name = source.optional(variable);
    if (name != null && name.length() > LONGEST) {
      source.error(variable, "too-long", name.substring(0, 20) + "…", LONGEST, name.length());
    }
    return name;
  }
}
