package vn.gocua.engine.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One drive: a start, a number of days, teams, and what was promised.
 *
 * <p>Days are dates in the campaign's zone; a day's number is derived: 1 … {@code days}, 0 before
 * the start, {@code days + 1} after the end.
 */
public record Campaign(
    String id,
    String name,
    String place,
    boolean sample,
    int revision,
    LocalDate startDate,
    int days,
    ZoneId zone,
    List<Named> activities,
    List<Named> groups,
    List<Named> hamlets,
    Map<String, Team> teams,
    Target target,
    Weekdays weekdays) {

  public Campaign {
    activities = List.copyOf(activities);
    groups = List.copyOf(groups);
    hamlets = List.copyOf(hamlets);
    teams = Collections.unmodifiableMap(new LinkedHashMap<>(teams));
  }

  /** The code of the activity in which nobody need be helped: being on duty. */
  public static final String ON_DUTY = "on-duty";

  public LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** The number of the day that a date is. */
  public int dayOf(LocalDate date) {
    return Math.clamp(ChronoUnit.DAYS.between(startDate, date) + 1, 0, days + 1);
  }

  public int dayOf(Instant instant) {
    return dayOf(dateOf(instant));
  }

  /** The date of a day's number, 1 … days. */
  public LocalDate dateOfDay(int day) {
    return startDate.plusDays(day - 1L);
  }

  public LocalDate lastDate() {
    return dateOfDay(days);
  }

  public @Nullable Team team(String code) {
    return teams.get(code);
  }

  public Set<String> activityCodes() {
    return codes(activities);
  }

  public Set<String> groupCodes() {
    return codes(groups);
  }

  public Set<String> hamletCodes() {
    return codes(hamlets);
  }

  private static Set<String> codes(List<Named> named) {
    return named.stream().map(Named::code).collect(Collectors.toUnmodifiableSet());
  }

  static Map<String, Team> byCode(List<Team> teams) {
    return teams.stream()
        .collect(
            Collectors.toMap(Team::code, Function.identity(), (a, _) -> a, LinkedHashMap::new));
  }
}
