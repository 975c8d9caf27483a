package vn.gocua.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Targets to be changed; what is left out stays.
 *
 * @param teams check-ins by a team's code
 */
public record TargetsChange(
    @Nullable @Range(min = 1, max = MOST) Integer checkIns,
    @Nullable @Range(min = 1, max = MOST) Integer residents,
    @Nullable Map<String, @Range(min = 0, max = MOST) Integer> teams) {
  private static final int MOST = 100_000_000;
}
