package vn.gocua.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judgement of the engine's clock at one moment.
 *
 * @param agreeing number of phones that agree with it
 * @param dissent how far it is behind each phone that disagrees, sorted
 * @param lacking how far it is behind by those who prove it wrong; negative if it is ahead; null if
 *     unknown
 * @param newest the latest time that the journal proves; null if none
 * @param vouched whether a person, or several phones since it was last set, confirmed it
 * @param others other possible errors, by sources that are not outweighed
 */
public record Reading(
    State state,
    int agreeing,
    List<Dissent> dissent,
    @Nullable Duration lacking,
    @Nullable Instant newest,
    boolean vouched,
    List<Duration> others) {

  /** How reliable the clock is. */
  public enum State {
    /** Nothing contradicts it. */
    SURE,
    /** Wrong by so little that the day is the same: all goes on. */
    OFF,
    /**
     * Perhaps wrong: it jumped or stood still for long, and was not confirmed since. Irreversible
     * work waits.
     */
    UNSURE,
    /** Wrong, and the day with it. */
    DOUBTFUL
  }

  /**
   * A phone that disagrees.
   *
   * @param team the phone's team
   * @param lacking how far the engine's clock is behind it
   */
  public record Dissent(String team, Duration lacking) {}

  public Reading {
    dissent = List.copyOf(dissent);
    others = List.copyOf(others);
  }

  static final Reading SURE = new Reading(State.SURE, 0, List.of(), null, null, false, List.of());

  public boolean isDoubtful() {
    return state == State.DOUBTFUL;
  }

  /** Whether only a person with another clock can judge it. */
  public boolean needsAPerson() {
    return state == State.UNSURE || (isDoubtful() && lacking == null);
  }

  /** Number of phones with about the same offset. */
  public int sayLike(Duration offset) {
    return (int)
        dissent.stream()
            .filter(
                other -> other.lacking().minus(offset).abs().compareTo(EngineClock.TOLERANCE) <= 0)
            .count();
  }
}
