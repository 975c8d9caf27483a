package vn.gocua.engine.campaign;

import java.util.List;

/**
 * A community digital technology team.
 *
 * @param code stable, kept in events
 * @param members how many people; their names have no place here
 * @param hamlets codes of the hamlets it serves
 * @param target check-ins promised for the whole campaign
 * @param info where and when it is met
 */
public record Team(
    String code, String name, int members, List<String> hamlets, int target, TeamInfo info) {

  /** A team of which nobody has said where it is met. */
  public Team(String code, String name, int members, List<String> hamlets, int target) {
    this(code, name, members, hamlets, target, TeamInfo.NONE);
  }

  Team withTarget(int other) {
    return new Team(code, name, members, hamlets, other, info);
  }
}
