package vn.gocua.engine.roster;

import java.time.Instant;
import java.util.List;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.RosterOverlay;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/**
 * The fact that an admin changed teams or hamlets. An import is one fact, so that no reader sees
 * half of it.
 *
 * @param teams new values of entered or changed teams
 * @param teamsRemoved codes of removed teams
 * @param hamlets those entered or renamed
 * @param hamletsRemoved codes of removed hamlets
 * @param by the account
 */
public record RosterChanged(
    List<TeamRow> teams,
    List<String> teamsRemoved,
    List<CodedName> hamlets,
    List<String> hamletsRemoved,
    String by,
    Instant at) {
  public RosterChanged {
    teams = List.copyOf(teams);
    teamsRemoved = List.copyOf(teamsRemoved);
    hamlets = List.copyOf(hamlets);
    hamletsRemoved = List.copyOf(hamletsRemoved);
  }

  /** Name of the fact in the journal. */
  static final FactTypes<RosterChanged> FACTS =
      FactTypes.only(
          "a change of the roster",
          FactType.of("roster-changed/1", RosterChanged.class)
              .audited("roster-changed", RosterChanged::by, RosterChanged::at)
              .about(_ -> null)
              .with("teams", RosterChanged::teams)
              .with("teamsRemoved", RosterChanged::teamsRemoved)
              .with("hamlets", RosterChanged::hamlets)
              .with("hamletsRemoved", RosterChanged::hamletsRemoved));

  /** The overlay after this fact. */
  RosterOverlay after(RosterOverlay before) {
    return before.with(teams, teamsRemoved, hamlets, hamletsRemoved);
  }
}
