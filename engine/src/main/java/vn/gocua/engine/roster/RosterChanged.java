package vn.gocua.engine.roster;

import java.time.Instant;
import java.util.List;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.RosterOverlay;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/**
 * The fact that an admin has changed teams or hamlets. However many of them: it is one fact, so
 * that nobody ever sees half of an import.
 *
 * @param teams those entered or changed, as they are from then on
 * @param teamsRemoved codes of those struck off
 * @param hamlets those entered or renamed
 * @param hamletsRemoved codes of those struck off
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

  /** How the fact stands in the journal. */
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

  /** What lies on top of the files once this is known. */
  RosterOverlay after(RosterOverlay before) {
    return before.with(teams, teamsRemoved, hamlets, hamletsRemoved);
  }
}
