package vn.gocua.protocol.campaign;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The targets.
 *
 * @param teams check-ins by team; 0 for a team without a target
 * @param teamsSum of the teams; where it differs from {@code checkIns}, leaders have to say so
 * @param former check-ins promised by teams that were struck off, by team: part of no sum until
 *     leaders give them to others; null from an older engine
 */
public record TargetsInfo(
    int checkIns,
    int residents,
    Map<String, Integer> teams,
    long teamsSum,
    @Nullable Map<String, Integer> former) {

  /** Targets of teams that were struck off; none if the engine names none. */
  public Map<String, Integer> ofFormer() {
    return former == null ? Map.of() : former;
  }
}
