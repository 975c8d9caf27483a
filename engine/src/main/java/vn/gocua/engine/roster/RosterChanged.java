package vn.gocua.engine.roster;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Edition;
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
 * @param was what this replaced or removed; older engines did not write it
 * @param by the account
 */
public record RosterChanged(
    List<TeamRow> teams,
    List<String> teamsRemoved,
    List<CodedName> hamlets,
    List<String> hamletsRemoved,
    @Nullable Was was,
    String by,
    Instant at) {
  /** Teams and hamlets as they were before; those that are new are missing. */
  public record Was(List<TeamRow> teams, List<CodedName> hamlets) {
    public Was {
      teams = List.copyOf(teams);
      hamlets = List.copyOf(hamlets);
    }
  }

  /** A change of which it is not said what it replaced. */
  public RosterChanged(
      List<TeamRow> teams,
      List<String> teamsRemoved,
      List<CodedName> hamlets,
      List<String> hamletsRemoved,
      String by,
      Instant at) {
    this(teams, teamsRemoved, hamlets, hamletsRemoved, null, by, at);
  }

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

  /** The same, which says what it replaces in an edition. */
  RosterChanged replacing(Edition now) {
    Set<String> teamCodes = new HashSet<>(teamsRemoved);
    teams.forEach(team -> teamCodes.add(team.code()));
    Set<String> hamletCodes = new HashSet<>(hamletsRemoved);
    hamlets.forEach(hamlet -> hamletCodes.add(hamlet.code()));
    return new RosterChanged(
        teams,
        teamsRemoved,
        hamlets,
        hamletsRemoved,
        new Was(
            now.teams().stream()
                .filter(team -> teamCodes.contains(team.code()))
                .map(TeamRow::of)
                .toList(),
            now.hamlets().stream().filter(h -> hamletCodes.contains(h.code())).toList()),
        by,
        at);
  }

  /** The overlay after this fact. */
  RosterOverlay after(RosterOverlay before) {
    return before.with(teams, teamsRemoved, hamlets, hamletsRemoved);
  }
}
