package vn.gocua.kiosk.feed;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The campaign as the engine describes it: what does not change with every check-in.
 *
 * @param days length of the campaign in days
 * @param sample the teams are not a real roster; screens say so
 * @param rehearsal a made-up campaign for training; every screen says so
 */
public record Campaign(
    String id,
    String name,
    @Nullable String place,
    LocalDate startDate,
    int days,
    ZoneId zone,
    boolean sample,
    boolean rehearsal,
    List<Named> activities,
    List<Named> groups,
    List<Team> teams,
    Targets targets) {

  /** Something with a stable code and a name for people: an activity, a priority group. */
  public record Named(String code, String name) {}

  /** A team: its code on the wire, its name on screens. */
  public record Team(String code, String name) {}

  /** What was promised for the whole campaign. */
  public record Targets(long checkIns, long residents) {}

  public Campaign {
    Wire.require("campaign", id, name, startDate, zone, activities, groups, teams, targets);
    activities = List.copyOf(activities);
    groups = List.copyOf(groups);
    teams = List.copyOf(teams);
  }

  public String activityName(String code) {
    return nameOf(activities, code);
  }

  public String teamName(String code) {
    return teams.stream()
        .filter(t -> t.code().equals(code))
        .map(Team::name)
        .findFirst()
        .orElse(code);
  }

  /** The date of the campaign's nth day, counted from 1. */
  public LocalDate dateOf(int day) {
    return startDate.plusDays(day - 1L);
  }

  private static String nameOf(List<Named> all, String code) {
    return all.stream()
        .filter(n -> n.code().equals(code))
        .map(Named::name)
        .findFirst()
        .orElse(code);
  }
}
