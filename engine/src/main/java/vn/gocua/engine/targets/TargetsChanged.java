package vn.gocua.engine.targets;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.campaign.Targets;
import vn.gocua.engine.state.FactTypes;

/**
 * The fact that leaders have set targets; from then on these count, not the files'.
 *
 * @param teams check-ins by team, of those teams that were set; sorted
 * @param by the account
 */
public record TargetsChanged(
    int checkIns, int residents, Map<String, Integer> teams, String by, Instant at) {
  public TargetsChanged {
    teams = new TreeMap<>(teams);
  }

  /** How the fact stands in the journal. */
  static final FactTypes<TargetsChanged> FACTS =
      FactTypes.one(TargetsChanged.class, "a change of targets", "targets-changed/1");

  /** What is promised once this is known. */
  Targets after(Targets before) {
    return before.with(new Target(checkIns, residents), teams);
  }
}
