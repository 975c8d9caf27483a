package vn.gocua.protocol.campaign;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Range;

/**
 * New targets; absent values stay.
 *
 * @param teams check-ins by a team's code; 0 takes its target away, also from one that was struck
 *     off
 */
public record TargetsChange(
    @Nullable @Range(min = 1, max = MOST) Integer checkIns,
    @Nullable @Range(min = 1, max = MOST) Integer residents,
    @Nullable Map<String, @Range(min = 0, max = MOST) Integer> teams) {
  private static final int MOST = 100_000_000;
}
