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

  /** A team without meeting place and hours. */
  public Team(String code, String name, int members, List<String> hamlets, int target) {
    this(code, name, members, hamlets, target, TeamInfo.NONE);
  }

  /** The same, without hamlets that are no more. */
  Team serving(java.util.Set<String> known) {
    return known.containsAll(hamlets)
        ? this
        : new Team(
            code, name, members, hamlets.stream().filter(known::contains).toList(), target, info);
  }

  Team withTarget(int other) {
    return new Team(code, name, members, hamlets, other, info);
  }
}
