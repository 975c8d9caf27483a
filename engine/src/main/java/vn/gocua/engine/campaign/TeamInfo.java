package vn.gocua.engine.campaign;

import org.jspecify.annotations.Nullable;

/**
 * Where and when a team is met. Unknown values are absent.
 *
 * @param hall the place, in words
 * @param hours when somebody is there, in words
 * @param phone an official number of the team or the hall, never a person's own
 */
public record TeamInfo(@Nullable String hall, @Nullable String hours, @Nullable String phone) {
  static final TeamInfo NONE = new TeamInfo(null, null, null);
}
