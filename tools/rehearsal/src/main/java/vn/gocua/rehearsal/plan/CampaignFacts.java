package vn.gocua.rehearsal.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The engine's campaign, as far as a plan depends on it. */
public record CampaignFacts(
    LocalDate firstDay,
    int days,
    ZoneId zone,
    List<TeamFacts> teams,
    List<String> activities,
    List<String> groups) {

  /** A team: its code, its number of members and the codes of the hamlets it works in. */
  public record TeamFacts(String code, int members, List<String> hamlets) {
    public TeamFacts {
      hamlets = List.copyOf(hamlets);
    }
  }

  public CampaignFacts {
    if (days < 1 || teams.isEmpty() || activities.isEmpty()) {
      throw new IllegalArgumentException("a campaign has days, teams and activities");
    }
    teams = List.copyOf(teams);
    activities = List.copyOf(activities);
    groups = List.copyOf(groups);
  }

  /** The date of day {@code number}, 1 being the first. */
  public LocalDate date(int number) {
    return firstDay.plusDays(number - 1L);
  }

  /** The number of the day that an instant falls on in the campaign's zone; 1 is the first. */
  public int dayOf(Instant instant) {
    return (int) ChronoUnit.DAYS.between(firstDay, instant.atZone(zone).toLocalDate()) + 1;
  }

  /** The first instant of day {@code number}. */
  public Instant startOf(int number) {
    return date(number).atStartOfDay(zone).toInstant();
  }

  /** The instant the last day is over. */
  public Instant end() {
    return startOf(days + 1);
  }
}
