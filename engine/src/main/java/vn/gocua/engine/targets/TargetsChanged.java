package vn.gocua.engine.targets;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/**
 * The fact that leaders have set targets; from then on these count, not the files'.
 *
 * @param teams check-ins by team, of those teams that were set; sorted
 * @param was what this replaced; older engines did not write it
 * @param by the account
 */
public record TargetsChanged(
    int checkIns,
    int residents,
    Map<String, Integer> teams,
    @Nullable Was was,
    String by,
    Instant at) {
  /**
   * What counted before.
   *
   * @param teams of the teams that were set; 0 for none
   */
  public record Was(int checkIns, int residents, Map<String, Integer> teams) {
    public Was {
      teams = new TreeMap<>(teams);
    }
  }

  /** A change of which it is not said what it replaced. */
  public TargetsChanged(
      int checkIns, int residents, Map<String, Integer> teams, String by, Instant at) {
    this(checkIns, residents, teams, null, by, at);
  }

  public TargetsChanged {
    teams = new TreeMap<>(teams);
  }

  /** Name of the fact in the journal. */
  static final FactTypes<TargetsChanged> FACTS =
      FactTypes.only(
          "a change of targets",
          FactType.of("targets-changed/1", TargetsChanged.class)
              .audited("targets-changed", TargetsChanged::by, TargetsChanged::at)
              .about(_ -> null)
              .with("checkIns", TargetsChanged::checkIns)
              .with("residents", TargetsChanged::residents)
              .with("teams", TargetsChanged::teams));

  /** Sum of all changes so far, as one fact. */
  static TargetsChanged evolve(@Nullable TargetsChanged before, TargetsChanged fact) {
    if (before == null) {
      return fact;
    }
    Map<String, Integer> teams = new TreeMap<>(before.teams);
    teams.putAll(fact.teams);
    return new TargetsChanged(fact.checkIns, fact.residents, teams, fact.by, fact.at);
  }

  Target whole() {
    return new Target(checkIns, residents);
  }
}
