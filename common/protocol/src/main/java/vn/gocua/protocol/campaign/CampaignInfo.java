package vn.gocua.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The campaign as the engine describes it: what does not change with every check-in.
 *
 * @param days length of the campaign in days
 * @param today 1…days, 0 before the campaign, days + 1 after it
 * @param revision grows with every other edition of its files
 * @param sample the teams are not a real roster; screens say so
 * @param rehearsal a made-up campaign for training; every screen says so
 * @param retentionDays how long contacts are kept after the end of what they were given for
 * @param expiryDays how long a help request may stay open until it ends by itself
 * @param dataController who answers for personal data; null from an older engine
 * @param limits what check-ins may say
 * @param teamWord what the commune calls its teams, as within a sentence; null from an engine of
 *     0.1
 * @param at when this was so
 */
public record CampaignInfo(
    String id,
    String name,
    @Nullable String place,
    LocalDate startDate,
    int days,
    int today,
    ZoneId zone,
    int revision,
    boolean sample,
    List<Named> activities,
    List<Named> groups,
    @Nullable List<Named> hamlets,
    List<Team> teams,
    Targets targets,
    boolean rehearsal,
    int retentionDays,
    int expiryDays,
    @Nullable DataController dataController,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Closing closing,
    @Nullable List<Named> formerTeams,
    CheckInLimits limits,
    @Nullable String teamWord,
    OffsetDateTime at) {

  /**
   * Leaders have closed it.
   *
   * @param lateUntil up to when phones may deliver what happened before
   * @param takesLate whether they still may
   */
  public record Closing(OffsetDateTime closedAt, OffsetDateTime lateUntil, boolean takesLate) {
    /** The day on which it was closed. */
    public LocalDate date(ZoneId zone) {
      return closedAt.atZoneSameInstant(zone).toLocalDate();
    }
  }

  /**
   * Who answers for personal data, as the settings name it.
   *
   * @param name null: the people's committee of the place
   * @param contact where people use their rights; null: the commune's public service point
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DataController(@Nullable String name, @Nullable String contact) {}

  /** An object with a stable code and a name for people: an activity, a priority group. */
  public record Named(String code, String name) {}

  /**
   * A team: its code on the wire, its name on screens.
   *
   * @param hamlets codes of the hamlets it serves
   * @param members how many people
   */
  public record Team(String code, String name, @Nullable List<String> hamlets, int members) {
    public Team {
      hamlets = hamlets == null ? List.of() : List.copyOf(hamlets);
    }

    public List<String> hamletCodes() {
      return hamlets == null ? List.of() : hamlets;
    }
  }

  /** Targets of the whole campaign. */
  public record Targets(long checkIns, long residents) {}

  public CampaignInfo {
    activities = List.copyOf(activities);
    groups = List.copyOf(groups);
    hamlets = hamlets == null ? List.of() : List.copyOf(hamlets);
    teams = List.copyOf(teams);
  }

  public String activityName(String code) {
    return nameOf(activities, code);
  }

  public String groupName(String code) {
    return nameOf(groups, code);
  }

  public String hamletName(String code) {
    return nameOf(hamletList(), code);
  }

  /** The hamlets; none if the engine did not name any. */
  public List<Named> hamletList() {
    return hamlets == null ? List.of() : hamlets;
  }

  public String teamName(String code) {
    return teams.stream()
        .filter(t -> t.code().equals(code))
        .map(Team::name)
        .findFirst()
        .orElseGet(() -> nameOf(formerTeams == null ? List.of() : formerTeams, code));
  }

  public Optional<Team> team(String code) {
    return teams.stream().filter(t -> t.code().equals(code)).findFirst();
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
