package vn.gocua.engine.campaign;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Targets of the whole campaign and of each team.
 *
 * @param byTeam check-ins of the whole campaign by team
 */
public record Targets(Target whole, Map<String, Integer> byTeam) {
  public Targets {
    byTeam = Map.copyOf(byTeam);
  }

  /** The targets of the campaign's files. */
  public static Targets of(Campaign campaign) {
    Map<String, Integer> byTeam = new LinkedHashMap<>();
    campaign.teams().values().forEach(team -> byTeam.put(team.code(), team.target()));
    return new Targets(campaign.target(), byTeam);
  }

  /** These, with others in place of some teams'. */
  public Targets with(Target otherWhole, Map<String, Integer> teams) {
    Map<String, Integer> merged = new LinkedHashMap<>(byTeam);
    merged.putAll(teams);
    return new Targets(otherWhole, merged);
  }

  public int of(String team) {
    return byTeam.getOrDefault(team, 0);
  }
}
