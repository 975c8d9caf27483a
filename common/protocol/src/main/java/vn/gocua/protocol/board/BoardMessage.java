package vn.gocua.protocol.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All live counts at one moment, or of a change those teams and days that it concerns. Every value
 * is absolute, so a repeat is harmless.
 *
 * @param version events counted so far; a newer one wins
 * @param at the campaign's time; in a rehearsal it runs fast
 * @param day 1…days, 0 before the campaign, days + 1 after it
 * @param elapsed the share of the campaign's work that was due by now, 0…1: expected = target ×
 *     elapsed
 * @param level the word for the pace of all check-ins: {@code on-target}, {@code close}, {@code
 *     behind}, or {@code none} while nothing is expected yet; null from an older engine
 * @param targets what was promised; only in a whole board
 * @param days one entry for every day up to today; in a change, for those that have changed
 * @param teams all teams; in a change, those that have changed
 * @param clock null while nothing is known to be wrong with a clock
 */
public record BoardMessage(
    long version,
    OffsetDateTime at,
    int day,
    int activeTeamsToday,
    double elapsed,
    @Nullable String level,
    Totals totals,
    Totals today,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Targets targets,
    List<Day> days,
    List<Standing> teams,
    @Nullable List<Latest> latest,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Doubt clock) {

  /**
   * A doubt about a clock: the engine's own, or that of phones which contradict it.
   *
   * @param state {@code doubtful}, {@code off}, {@code unsure}, {@code phones}, or one that is
   *     newer; see {@link #kind}
   * @param lackingSeconds what the engine's lacks, negative if it is ahead; null if that is not
   *     known
   * @param phones some of the phones that name another time
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Doubt(
      String state, @Nullable Long lackingSeconds, @Nullable List<Contrary> phones) {
    public Doubt {
      phones = phones == null ? List.of() : List.copyOf(phones);
    }

    /** Some of the phones that name another time; none if they were not named. */
    @Override
    public List<Contrary> phones() {
      return phones == null ? List.of() : phones;
    }

    /** Kind of the doubt; an unknown one counts as the worst. */
    public Kind kind() {
      return switch (state) {
        case "off" -> Kind.OFF;
        case "unsure" -> Kind.UNSURE;
        case "phones" -> Kind.PHONES;
        default -> Kind.DOUBTFUL;
      };
    }

    /** Whether only a person with another clock can end it. */
    public boolean needsAPerson() {
      return kind() == Kind.UNSURE || (kind() == Kind.DOUBTFUL && lackingSeconds == null);
    }

    /** Whether the day itself may be wrong. */
    public boolean leavesTheDayOpen() {
      return kind() == Kind.UNSURE || kind() == Kind.DOUBTFUL;
    }
  }

  /** Kinds of doubts about clocks. */
  public enum Kind {
    /** The engine's must be wrong, and with it the day. */
    DOUBTFUL,
    /** The engine's must be wrong, but the day is right. */
    OFF,
    /** The engine's may be wrong. */
    UNSURE,
    /** The engine's is believed, the phones' are not. */
    PHONES
  }

  /**
   * A phone that names another time.
   *
   * @param team whose phone it is
   * @param lackingSeconds what the engine's clock lacks by it, negative if the phone is behind
   */
  public record Contrary(String team, long lackingSeconds) {}

  /**
   * Counts over some span; each configured activity and group has its entry.
   *
   * @param byActivity check-ins
   * @param byGroup residents of check-ins that name the group
   */
  public record Totals(
      long checkIns, long residents, Map<String, Long> byActivity, Map<String, Long> byGroup) {
    public Totals {
      byActivity = Collections.unmodifiableMap(byActivity); // In their order.
      byGroup = Collections.unmodifiableMap(byGroup);
    }
  }

  /** Targets of the whole campaign. */
  public record Targets(int checkIns, int residents) {}

  /** Counts of one day. */
  public record Day(int day, long checkIns, long residents) {}

  /**
   * Where a team stands.
   *
   * @param lastAt its latest check-in, on the campaign's clock; null if it has none
   * @param target check-ins promised for the whole campaign; 0 for a team without a target
   * @param pace actual ÷ expected by now; null while nothing is expected yet, and without a target
   * @param level the word for the pace, as the board's; null from an older engine
   * @param rank 1 for the team furthest ahead of its target; equal teams share a rank. A team
   *     without a target comes behind all that have one and at least as many check-ins
   */
  public record Standing(
      String team,
      long checkIns,
      long residents,
      long today,
      @Nullable OffsetDateTime lastAt,
      int target,
      @Nullable Double pace,
      @Nullable String level,
      int rank) {}

  /**
   * A recent check-in.
   *
   * @param ageMs real milliseconds from the phone's upload to the writing of this message
   */
  public record Latest(
      String team, String activity, long residents, OffsetDateTime receivedAt, long ageMs) {}

  public BoardMessage {
    days = List.copyOf(days);
    teams = List.copyOf(teams);
  }

  /** Recent check-ins; empty if the engine lists none. */
  public List<Latest> arrivals() {
    return latest == null ? List.of() : latest;
  }

  public Optional<Standing> standing(String team) {
    return teams.stream().filter(s -> s.team().equals(team)).findFirst();
  }

  /** This board with a change applied; an older one changes nothing. */
  public BoardMessage with(BoardMessage change) {
    if (change.version() < version) {
      return this;
    }
    Map<Integer, Day> newDays = new LinkedHashMap<>();
    days.forEach(d -> newDays.put(d.day(), d));
    change.days().forEach(d -> newDays.put(d.day(), d));
    List<Day> sorted = new ArrayList<>(newDays.values());
    sorted.sort(Comparator.comparingInt(Day::day));
    Map<String, Standing> newTeams = new LinkedHashMap<>();
    teams.forEach(t -> newTeams.put(t.team(), t));
    change.teams().forEach(t -> newTeams.put(t.team(), t));
    return new BoardMessage(
        change.version(),
        change.at(),
        change.day(),
        change.activeTeamsToday(),
        change.elapsed(),
        change.level(),
        change.totals(),
        change.today(),
        targets,
        sorted,
        List.copyOf(newTeams.values()),
        null,
        change.clock());
  }
}
