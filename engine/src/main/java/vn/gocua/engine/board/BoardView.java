package vn.gocua.engine.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The board or its changes as viewers get them, in absolute values.
 *
 * @param version number of events counted in it
 * @param day the campaign's day: 1 … days, 0 before, days + 1 after
 * @param elapsed share of the campaign's work due by now, 0 … 1: expected = target × elapsed
 * @param targets only in a whole board
 * @param days in a change: only the days that changed
 * @param teams in a change: only the rows whose values or rank changed
 * @param clock null while no clock is in doubt
 */
public record BoardView(
    long version,
    OffsetDateTime at,
    int day,
    int activeTeamsToday,
    double elapsed,
    Sums totals,
    Sums today,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Targets targets,
    List<Day> days,
    List<Standing> teams,
    List<Recent> latest,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Doubt clock) {

  /**
   * A doubt about a clock: the engine's own, or a phone's that contradicts it.
   *
   * @param state {@code doubtful}: the engine's is wrong, and so is the day; {@code off}: it is
   *     wrong, but the day is right; {@code unsure}: it may be wrong; {@code phones}: it is right,
   *     and the contradicting phones are wrong
   * @param lackingSeconds how far the engine's clock is behind, by those phones; negative if it is
   *     ahead; null if unknown
   * @param phones some of the phones that report another time; null if none does
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Doubt(
      String state, @Nullable Long lackingSeconds, @Nullable List<Contrary> phones) {}

  /**
   * A phone that reports another time than the engine.
   *
   * @param team the phone's team
   * @param lackingSeconds how far the engine's clock is behind the phone's; negative if the phone
   *     is behind
   */
  public record Contrary(String team, long lackingSeconds) {}

  /** Check-ins, people helped, check-ins by activity, residents of check-ins naming a group. */
  public record Sums(
      long checkIns, long residents, Map<String, Long> byActivity, Map<String, Long> byGroup) {}

  /** Targets of the whole campaign. */
  public record Targets(int checkIns, int residents) {}

  /** Counts of one day. */
  public record Day(int day, long checkIns, long residents) {}

  /**
   * A check-in that has just been counted.
   *
   * @param ageMs real milliseconds since the phone's upload reached the engine
   */
  public record Recent(
      String team, String activity, int residents, OffsetDateTime receivedAt, long ageMs) {}
}
