package vn.gocua.engine.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The leaders' changes of teams and hamlets. They apply to every edition, whatever its revision;
 * all other teams and hamlets are those of the files.
 *
 * @param changes how many there were; only grows
 * @param teams those that were entered, also if they were removed later, by code
 * @param teamsRemoved codes of those that were removed
 * @param hamlets those that were entered, by code
 * @param hamletsRemoved codes of those that were removed
 */
public record RosterOverlay(
    int changes,
    Map<String, TeamRow> teams,
    Set<String> teamsRemoved,
    Map<String, CodedName> hamlets,
    Set<String> hamletsRemoved) {
  public static final RosterOverlay NONE =
      new RosterOverlay(0, Map.of(), Set.of(), Map.of(), Set.of());

  public RosterOverlay {
    teams = Collections.unmodifiableMap(new LinkedHashMap<>(teams));
    teamsRemoved = Collections.unmodifiableSet(new LinkedHashSet<>(teamsRemoved));
    hamlets = Collections.unmodifiableMap(new LinkedHashMap<>(hamlets));
    hamletsRemoved = Collections.unmodifiableSet(new LinkedHashSet<>(hamletsRemoved));
  }

  /** This, changed once more. */
  public RosterOverlay with(
      List<TeamRow> teamsSet,
      List<String> teamsStruck,
      List<CodedName> hamletsSet,
      List<String> hamletsStruck) {
    Map<String, TeamRow> nextTeams = new LinkedHashMap<>(teams);
    teamsSet.forEach(team -> nextTeams.put(team.code(), team));
    Map<String, CodedName> nextHamlets = new LinkedHashMap<>(hamlets);
    hamletsSet.forEach(hamlet -> nextHamlets.put(hamlet.code(), hamlet));
    return new RosterOverlay(
        changes + 1,
        nextTeams,
        struck(teamsRemoved, teamsStruck, teamsSet.stream().map(TeamRow::code).toList()),
        nextHamlets,
        struck(hamletsRemoved, hamletsStruck, hamletsSet.stream().map(CodedName::code).toList()));
  }

  private static Set<String> struck(Set<String> before, List<String> more, List<String> back) {
    Set<String> after = new LinkedHashSet<>(before);
    after.addAll(more);
    back.forEach(after::remove);
    return after;
  }

  /** Applies the changes to an edition: in the files' order, additions last. */
  public Edition on(Edition base) {
    if (changes == 0) {
      return base;
    }
    List<CodedName> placed = merged(base.hamlets(), hamlets, hamletsRemoved, CodedName::code);
    Set<String> known = new HashSet<>(placed.stream().map(CodedName::code).toList());
    Map<String, Team> before = base.teamsByCode();
    Map<String, Team> entered = new LinkedHashMap<>();
    teams.forEach((code, row) -> {
      Team there = before.get(code);
      entered.put(code, row.team(there == null ? 0 : there.target()));
    });
    List<Team> all =
        merged(base.teams(), entered, teamsRemoved, Team::code).stream()
            .map(team -> team.serving(known))
            .toList();
    return new Edition(
        base.revision(),
        base.name(),
        base.place(),
        base.sample(),
        base.activities(),
        base.groups(),
        placed,
        all,
        base.target(),
        base.weekdays(),
        base.teamWord());
  }

  private static <T> List<T> merged(
      List<T> base, Map<String, T> set, Set<String> struck, Function<T, String> code) {
    List<T> all = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (T each : base) {
      T other = set.get(code.apply(each));
      there.add(code.apply(each));
      all.add(other == null ? each : other);
    }
    set.forEach((key, each) -> {
      if (!there.contains(key)) {
        all.add(each);
      }
    });
    all.removeIf(each -> struck.contains(code.apply(each)));
    return all;
  }

  /** The teams that were removed, as they were last known, with the target of the files. */
  public List<Team> formerTeams(Edition base) {
    Map<String, Team> before = base.teamsByCode();
    List<Team> former = new ArrayList<>();
    for (String code : teamsRemoved) {
      TeamRow row = teams.get(code);
      Team there = before.get(code);
      if (row != null) {
        former.add(row.team(there == null ? 0 : there.target()));
      } else if (there != null) {
        former.add(there);
      }
    }
    return former;
  }

  /** The hamlets that were removed, as they were last known. */
  public List<CodedName> formerHamlets(Edition base) {
    List<CodedName> former = new ArrayList<>();
    for (String code : hamletsRemoved) {
      CodedName set = hamlets.get(code);
      if (set != null) {
        former.add(set);
      } else {
        base.hamlets().stream().filter(h -> h.code().equals(code)).forEach(former::add);
      }
    }
    return former;
  }
}
