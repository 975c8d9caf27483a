package vn.gocua.engine.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.campaign.RosterInfo;

/**
 * A team as leaders enter it. Its target is set elsewhere, with the targets.
 *
 * @param members number of people; their names are not stored
 * @param hamlets codes of the hamlets it serves
 * @param hall the meeting place, in words
 * @param hours when somebody is there, in words
 * @param phone an official number, never a person's own
 */
public record TeamRow(
    String code,
    String name,
    int members,
    List<String> hamlets,
    @Nullable String hall,
    @Nullable String hours,
    @Nullable String phone) {

  public TeamRow {
    hamlets = List.copyOf(hamlets);
  }

  public static TeamRow of(Team team) {
    TeamInfo info = team.info();
    return new TeamRow(
        team.code(),
        team.name(),
        team.members(),
        team.hamlets(),
        info.hall(),
        info.hours(),
        info.phone());
  }

  /** The same for clients. */
  public RosterInfo.Team told() {
    return new RosterInfo.Team(code, name, members, hamlets, hall, hours, phone);
  }

  /** The team, to which so much has been given to do. */
  Team team(int target) {
    return new Team(code, name, members, hamlets, target, new TeamInfo(hall, hours, phone));
  }
}
