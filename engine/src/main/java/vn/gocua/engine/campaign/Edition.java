package vn.gocua.engine.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of a campaign that may be changed while it runs. Of two editions the one with the higher
 * revision counts.
 *
 * @param sample whether teams and hamlets are not real ones
 * @param teamWord what the commune calls its teams, as within a sentence; null: by the usual word
 */
public record Edition(
    int revision,
    String name,
    String place,
    boolean sample,
    List<CodedName> activities,
    List<CodedName> groups,
    List<CodedName> hamlets,
    List<Team> teams,
    Target target,
    Weekdays weekdays,
    @Nullable String teamWord) {

  public Edition {
    activities = List.copyOf(activities);
    groups = List.copyOf(groups);
    hamlets = List.copyOf(hamlets);
    teams = List.copyOf(teams);
  }

  /** The teams by code, in the campaign's order. */
  Map<String, Team> teamsByCode() {
    Map<String, Team> byCode = new LinkedHashMap<>();
    teams.forEach(team -> byCode.putIfAbsent(team.code(), team));
    return byCode;
  }
}
